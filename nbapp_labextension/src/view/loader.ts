/**
 * The `_esm` of the app view: sent over the comm at every page load, so it stays small. It imports the core from the
 * server's static address, or asks the kernel for the text where that address does not answer.
 */
import type { AppModel, Message } from "./render/renderer";
import type { App, LoadModule } from "./core";

type Core = { open(model: AppModel, load: LoadModule): App };

const page = globalThis as unknown as { nbappModules?: Map<string, Promise<unknown>> };
const modules = (page.nbappModules ??= new Map());

/** The address of a built file on this server, or null where the page does not tell. */
function address(model: AppModel, file: string): string | null {
  try {
    const config = JSON.parse(document.getElementById("jupyter-config-data")!.textContent!);
    const root = new URL(`${config.fullLabextensionsUrl}/${model.get("app").static}/`, location.href);
    return config.fullLabextensionsUrl ? new URL(file, root).href : null;
  } catch {
    return null;
  }
}

/** Ask the kernel for a built file and import its text. */
function overComm(model: AppModel, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      model.off("msg:custom", hear);
    };
    const hear = (message: Message) => {
      if (message.t !== "module" || message["name"] !== name) return;
      end();
      if (typeof message["text"] !== "string") return reject(new Error(`nbapp: the kernel has no ${name}`));
      const url = URL.createObjectURL(new Blob([message["text"]], { type: "text/javascript" }));
      import(url).then(resolve, reject).finally(() => URL.revokeObjectURL(url));
    };
    const timer = setTimeout(() => (end(), reject(new Error(`nbapp: no answer for ${name}`))), 20000);
    model.on("msg:custom", hear);
    model.send({ t: "module", name });
  });
}

async function fetchModule(model: AppModel, name: string, file: string): Promise<unknown> {
  const url = address(model, file);
  if (url) {
    try {
      return await import(url);
    } catch {
      /* the comm is the other way */
    }
  }
  return overComm(model, name);
}

export default () => {
  const backlog: [Message, DataView[]][] = [];
  let app: Promise<App> | undefined;

  /** Import a built file once per page. A failure is forgotten, so that a later view tries again. */
  const load = (model: AppModel, name: string, file: string): Promise<any> => {
    let module = modules.get(file);
    if (!module) {
      modules.set(file, (module = fetchModule(model, name, file)));
      module.catch(() => modules.delete(file));
    }
    return module;
  };

  return {
    initialize({ model }: { model: AppModel }) {
      const keep = (message: Message, buffers?: DataView[]) => backlog.push([message, buffers ?? []]);
      model.on("msg:custom", keep);
      app = load(model, "core.js", model.get("app").core).then((core: Core) => {
        const opened = core.open(model, (name, file) => load(model, name, file));
        model.off("msg:custom", keep);
        for (const [message, buffers] of backlog) opened.receive(message, buffers);
        return opened;
      });
      app.catch((error: unknown) => console.warn("nbapp: the view could not be loaded", error));
      return () => app?.then((opened) => opened.close()).catch(() => undefined);
    },
    async render({ el }: { el: HTMLElement }) {
      const opened = await app?.catch(() => undefined);
      return opened?.render(el);
    },
  };
};
