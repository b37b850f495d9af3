"""Publishing: what runs beside the kernels, in the server.

Kept here: ``connection``, the kernel websocket that answers at once; ``extension``, which gives it to JupyterLab and
Notebook; ``server_config/``, the file that enables the extension. Voilà takes the class on its command line. Nothing
here is imported by ``import nbapp`` or by a kernel. Start reading at ``connection``.
"""
