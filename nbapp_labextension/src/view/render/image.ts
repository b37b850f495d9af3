/** A picture from its bytes: shown when it is decoded, so that nothing flickers. */
import type { Props, Renderer } from "./renderer";

const urls = new WeakMap<HTMLElement, string>();

export const image: Renderer = {
  async render(el, props, { signal }) {
    el.classList.add("nbapp-image");
    const img = document.createElement("img");
    await load(img, props);
    if (signal.aborted) {
      URL.revokeObjectURL(img.src);
      return;
    }
    size(img, props);
    el.append(img);
    urls.set(el, img.src);
  },
  async update(el, props) {
    const old = el.querySelector("img");
    const img = document.createElement("img");
    el.dataset["newest"] = String(Number(el.dataset["newest"] ?? 0) + 1);
    const mine = el.dataset["newest"];
    await load(img, props);
    size(img, props);
    if (el.dataset["newest"] !== mine || !urls.has(el)) {
      URL.revokeObjectURL(img.src);
      return;
    }
    URL.revokeObjectURL(urls.get(el)!);
    urls.set(el, img.src);
    if (old) old.replaceWith(img);
    else el.append(img);
  },
  dispose(el) {
    const url = urls.get(el);
    if (url) URL.revokeObjectURL(url);
    urls.delete(el);
  },
};

async function load(img: HTMLImageElement, props: Props): Promise<void> {
  const data = props["data"] as BlobPart;
  const url = URL.createObjectURL(new Blob([data], { type: String(props["mime"] ?? "image/png") }));
  img.src = url;
  img.alt = String(props["alt"] ?? "");
  img.draggable = false;
  try {
    await img.decode();
  } catch (error) {
    URL.revokeObjectURL(url);
    throw new Error("the picture could not be read", { cause: error });
  }
}

/** "stretch" fills the column; "content" is the picture's own size; never wider than there is room. */
function size(img: HTMLImageElement, props: Props): void {
  const width = props["width"];
  if (width === "content") {
    const scale = Number(props["scale"] ?? 1);
    img.style.width = `${Math.round(img.naturalWidth / scale)}px`;
  } else img.style.width = "100%";
}
