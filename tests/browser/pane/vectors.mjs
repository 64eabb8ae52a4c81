// What the pane's reader is held against, from the file that pytest writes; XML is parsed by xmldom here.
import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";

export const vectors = JSON.parse(readFileSync(process.env.SOP_VECTORS, "utf8"));

export function parse(xml) {
  return new DOMParser().parseFromString(xml, "application/xml");
}
