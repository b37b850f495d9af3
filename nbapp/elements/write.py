# PLACEHOLDER: helper F overwrites this file
def write(here, *args, unsafe_allow_html=False):
    for a in args: here.put("text", {"body": str(a)})
