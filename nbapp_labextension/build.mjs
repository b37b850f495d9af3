// Builds everything that a browser loads. Offline after `npm ci`.
//
//   nbapp/view/static/            loader.js, core.<hash>.js, one file per heavy renderer, widgets/, manifest.json
//   nbapp_labextension/labextension/   the prebuilt extension: package.json, install.json, static/ (the same files
//                                 and remoteEntry.<hash>.js); goes to share/jupyter/labextensions/nbapp
import { context } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "nbapp", "view", "static");
const extension = join(here, "labextension");
const pkg = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
/** The version stands in one place, the Python package. */
const version = /^__version__ = "(.+)"/m.exec(
  readFileSync(join(here, "..", "nbapp", "__init__.py"), "utf8"),
)[1];

/** Heavy parts: logical name -> source, each a file of its own, fetched on first use. */
const chunks = {
  emoji: "src/view/render/shortcodes.ts",
  grid: "src/view/render/dataframe.ts",
  vega: "src/view/render/vega.ts",
};
const limits = { "loader.js": 3 * 1024, "core.js": 150 * 1024 };

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  write: false,
  target: "es2022",
  charset: "utf8",
  legalComments: "inline",
  loader: { ".css": "text", ".svg": "text" },
  logLevel: "warning",
};

async function compile(source, options = {}) {
  const session = await context({ ...shared, format: "esm", entryPoints: [source], ...options });
  try {
    const result = await session.rebuild();
    return result.outputFiles[0].contents;
  } finally {
    await session.dispose();
  }
}

function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return name.replace(/\.js$/, `.${hash}.js`);
}

/** The sources of our own widgets; a file that begins with "_" is a part of others, not a widget. */
function widgets() {
  const folder = join(here, "src", "widgets");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts") && !name.startsWith("_"))
    .sort()
    .map((name) => [`widgets/${basename(name, ".ts")}.js`, `src/widgets/${name}`]);
}

async function build() {
  const files = new Map();
  const manifest = {};
  const keep = (name, bytes, file = hashed(name, bytes)) => {
    if (bytes.length > (limits[name] ?? Infinity)) throw new Error(`${name} is ${bytes.length} bytes`);
    manifest[name] = file;
    files.set(file, bytes);
  };
  const parts = Object.entries(chunks).map(([name, source]) => [`${name}.js`, source]);
  for (const [name, source] of [...parts, ...widgets()]) keep(name, await compile(source));
  const define = { __CHUNKS__: JSON.stringify(manifest) };
  keep("core.js", await compile("src/view/core.ts", { define }));
  keep("loader.js", await compile("src/view/loader.ts"), "loader.js");
  writeStatic(files, manifest);
  await writeExtension();
  for (const [file, bytes] of files) console.log(`${String(bytes.length).padStart(9)}  ${file}`);
}

function writeStatic(files, manifest) {
  rmSync(out, { recursive: true, force: true });
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), bytes);
  }
  writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The icons of stock ipywidgets (`Button(icon="check")`), which Voilà's own page fetches from another host. */
function writeIcons(place) {
  const source = join(here, "node_modules", "@fortawesome", "fontawesome-free");
  const sheets = ["all", "v4-shims"].map((name) =>
    readFileSync(join(source, "css", `${name}.min.css`), "utf8"),
  );
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "icons.css"), sheets.join("\n").replaceAll("../webfonts/", ""));
  for (const font of ["fa-solid-900.woff2", "fa-regular-400.woff2", "fa-brands-400.woff2"])
    cpSync(join(source, "webfonts", font), join(place, font));
}

async function writeExtension() {
  const entry = await compile("src/remote.ts", { format: "iife" });
  const file = hashed("remoteEntry.js", entry);
  rmSync(extension, { recursive: true, force: true });
  mkdirSync(join(extension, "static"), { recursive: true });
  cpSync(out, join(extension, "static"), { recursive: true });
  writeFileSync(join(extension, "static", file), entry);
  writeIcons(join(extension, "static", "icons"));
  const { name, description, license } = pkg;
  const jupyterlab = { extension: true, _build: { load: `static/${file}`, extension: "./extension" } };
  const json = { name, version, description, license, jupyterlab };
  writeFileSync(join(extension, "package.json"), `${JSON.stringify(json, null, 2)}\n`);
  const install = {
    packageManager: "python",
    packageName: "nbapp",
    uninstallInstructions: "pip uninstall nbapp",
  };
  writeFileSync(join(extension, "install.json"), `${JSON.stringify(install, null, 2)}\n`);
}

async function watchSources() {
  const { watch } = await import("node:fs");
  let timer;
  watch(join(here, "src"), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => build().catch((error) => console.error(String(error))), 100);
  });
}

await build();
if (process.argv.includes("--watch")) await watchSources();
