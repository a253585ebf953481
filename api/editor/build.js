// Bundles editor.js and what it imports into one file, its licences beside it.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const target = "../static/sparql-editor";
const stamp = createHash("sha256");
for (const name of ["build.js", "editor.js", "package-lock.json"]) stamp.update(readFileSync(name));

const built = await build({
  entryPoints: ["editor.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  banner: { js: `/* Built from api/editor (${stamp.digest("hex")}); licences: sparql-editor.licences.txt */` },
  outfile: `${target}.js`,
});

const folders = new Set();
for (const input of Object.keys(built.metafile.inputs)) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (found) folders.add(found[1]);
}
const texts = [...folders].sort().map((folder) => {
  const about = JSON.parse(readFileSync(join(folder, "package.json")));
  const licence = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!licence) throw new Error(`${about.name} comes without its licence; look in ${dirname(folder)}`);
  return `${about.name} ${about.version} (${about.license})\n\n${readFileSync(join(folder, licence), "utf8").trim()}\n`;
});
writeFileSync(`${target}.licences.txt`, texts.join(`\n${"-".repeat(72)}\n\n`));
