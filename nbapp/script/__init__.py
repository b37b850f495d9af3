"""One run of a script.

1. What a reader does is posted to the app's mailbox (`requests`), from whichever thread; what waits is merged.
2. The one worker of the kernel (`worker`) takes turns among the runners that have something to do.
3. A `runner` takes the request, brings the new values into the session, runs the callbacks, then the script.
4. A `ScriptRun` (`run`) is new for every run; `current` says which one this thread is in.
5. A run passes a *yield point* at each element call: there it ends when it was stopped or outdated (`policy`).
6. `control` holds what a script can ask for itself: `stop()` and `rerun()`.
"""
