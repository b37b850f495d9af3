"""What is set beside the script: `secrets.toml` and options.

Nothing here knows of runs; `elements.secrets` and `elements.options` are what scripts see of it. Start reading at
`secret_files`.
"""
