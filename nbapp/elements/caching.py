# PLACEHOLDER: helper F overwrites this file
def cache_data(f=None, **k):
    return f
