// Reads lines of a pattern and texts as UTF-8 in hexadecimal. Writes `-` where the pattern is refused, else a digit a text.
import { readFileSync } from "node:fs";

const text = (hex) => Buffer.from(hex, "hex").toString("utf8");
for (const line of readFileSync(0, "utf8").trimEnd().split("\n")) {
  const [pattern, ...texts] = line.split(" ").map(text);
  try {
    const regex = new RegExp(pattern, "u");
    console.log(texts.map((text) => (regex.test(text) ? 1 : 0)).join(""));
  } catch {
    console.log("-");
  }
}
