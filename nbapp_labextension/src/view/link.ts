/**
 * What the page knows of its kernel: connected, lost for now, restarted, gone.
 *
 * After the network was lost the view asks for the snapshot again: patches may be missing. After a restart the old page
 * is only a picture. The signals are those of JupyterLab's kernel connection, which Notebook and Voilà use as well.
 */
import type { AppModel } from "./render/renderer";

export type LinkState = "live" | "lost" | "restarted" | "dead";

interface Signal {
  connect(slot: (sender: unknown, value: string) => void): void;
  disconnect(slot: (sender: unknown, value: string) => void): void;
}

interface Kernel {
  connectionStatus?: string;
  connectionStatusChanged?: Signal;
  statusChanged?: Signal;
  reconnect?(): Promise<void>;
}

const LOST_AFTER = 1500;
const PROBE_EVERY = 2000;

export class Link {
  state: LinkState = "live";
  private watchers = new Set<(state: LinkState) => void>();
  private stop = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wasLost = false;

  /** @param refresh asks the kernel for the snapshot */
  constructor(
    private readonly model: AppModel,
    private readonly refresh: () => void,
  ) {
    const kernel = model.widget_manager?.kernel as Kernel | undefined;
    if (kernel?.connectionStatusChanged && kernel.statusChanged) this.follow(kernel);
    else this.followPage();
    model.on("comm_live_update", this.commChanged);
  }

  watch(watcher: (state: LinkState) => void): () => void {
    this.watchers.add(watcher);
    watcher(this.state);
    return () => this.watchers.delete(watcher);
  }

  close(): void {
    this.stop.abort();
    clearTimeout(this.timer);
    this.model.off("comm_live_update", this.commChanged);
  }

  private follow(kernel: Kernel): void {
    const connection = (_: unknown, status: string) => this.connectionChanged(status);
    const status = (_: unknown, value: string) => this.statusChanged(value);
    kernel.connectionStatusChanged!.connect(connection);
    kernel.statusChanged!.connect(status);
    this.stop.signal.addEventListener("abort", () => {
      kernel.connectionStatusChanged!.disconnect(connection);
      kernel.statusChanged!.disconnect(status);
    });
  }

  /** No kernel object in reach: the page's own events say when the network is back. */
  private followPage(): void {
    const { signal } = this.stop;
    window.addEventListener("offline", () => this.connectionChanged("connecting"), { signal });
    window.addEventListener("online", () => this.connectionChanged("connected"), { signal });
    let hidden = 0;
    const seen = () => {
      if (document.hidden) hidden = Date.now();
      else if (hidden && Date.now() - hidden > 5000 && this.state === "live") this.refresh();
    };
    document.addEventListener("visibilitychange", seen, { signal });
  }

  private connectionChanged(status: string): void {
    if (this.ended) return;
    if (status === "connected") {
      clearTimeout(this.timer);
      this.set("live");
      if (this.wasLost) this.refresh();
      this.wasLost = false;
      return;
    }
    if (!this.wasLost) this.timer = setTimeout(() => this.lose(), LOST_AFTER);
    this.wasLost = true;
  }

  /**
   * The host waits longer after each failure, up to minutes. So look whether the server answers again, and then ask for
   * the connection at once.
   */
  private lose(): void {
    this.set("lost");
    const kernel = this.model.widget_manager?.kernel as Kernel | undefined;
    const probe = async () => {
      try {
        await fetch(location.href, {
          method: "HEAD",
          cache: "no-store",
          signal: AbortSignal.timeout(PROBE_EVERY),
        });
        if (this.state === "lost") await kernel?.reconnect?.();
      } catch {
        /* still away */
      }
      if (this.state === "lost" && !this.stop.signal.aborted) this.timer = setTimeout(probe, PROBE_EVERY);
    };
    void probe();
  }

  private statusChanged(status: string): void {
    if (status === "restarting" || status === "autorestarting") this.set("restarted");
    else if (status === "dead" && !this.ended) this.set("dead");
  }

  /** The widget manager drops its comms when the kernel restarts. */
  private commChanged = (): void => {
    if (!this.ended) this.set("restarted");
  };

  private get ended(): boolean {
    return this.state === "restarted" || this.state === "dead";
  }

  private set(state: LinkState): void {
    if (state === this.state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher(state);
  }
}
