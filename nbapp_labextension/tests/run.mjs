// Bundles the tests and runs them with node's own runner: `npm test`.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = mkdtempSync(join(tmpdir(), "nbapp-tests-"));
try {
  const names = readdirSync(here, { recursive: true }).filter((name) => String(name).endsWith(".test.ts"));
  await build({
    entryPoints: names.map((name) => join(here, String(name))),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    loader: { ".css": "text" },
    logLevel: "warning",
  });
  const files = readdirSync(out, { recursive: true }).filter((name) => String(name).endsWith(".mjs"));
  const run = spawnSync(process.execPath, ["--test", ...files.map((name) => join(out, String(name)))], {
    stdio: "inherit",
  });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
