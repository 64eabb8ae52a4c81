/** A zip file in the browser: its parts by name, unpacked one at a time and never more than is allowed. */

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const COMMENT_AT_MOST = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const MOST_PARTS = 2000; // a Word file with many photos has some hundred

/** @typedef {{method: number, flags: number, size: number, packed: number, offset: number}} Entry */

export class ZipError extends Error {}

/** The parts of a zip file, by name.
 * @param {ArrayBuffer} buffer
 * @returns {Map<string, Entry>}
 * @throws {ZipError} It is no zip file, or a damaged one.
 */
export function listParts(buffer) {
  const view = new DataView(buffer);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new ZipError("too many parts");
  /** @type {Map<string, Entry>} */
  const found = new Map();
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new ZipError("damaged list of parts");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    found.set(new TextDecoder().decode(new Uint8Array(buffer, at + 46, name)), entryAt(view, at));
    at += 46 + name + extra + comment;
  }
  return found;
}

/** A part, unpacked.
 * @param {ArrayBuffer} buffer @param {Entry | undefined} entry
 * @param {number} limit Most bytes that it may become.
 * @returns {Promise<Uint8Array>}
 * @throws {ZipError} It is not there, encrypted, damaged, or bigger.
 */
export async function readPart(buffer, entry, limit) {
  if (entry === undefined) throw new ZipError("a part is missing");
  if (entry.flags & ENCRYPTED) throw new ZipError("encrypted");
  const view = new DataView(buffer);
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL) throw new ZipError("damaged part");
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > view.byteLength) throw new ZipError("damaged part");
  const packed = new Uint8Array(buffer, start, entry.packed);
  if (entry.method === STORED) return whole([packed], limit);
  if (entry.method !== DEFLATED) throw new ZipError("unknown compression");
  return unpack(packed, limit);
}

/** @param {Uint8Array<ArrayBuffer>} packed @param {number} limit */
async function unpack(packed, limit) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const pieces = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    size += next.value.length;
    if (size > limit) {
      await reader.cancel();
      break;
    }
  }
  return whole(pieces, limit);
}

/** @param {Uint8Array[]} pieces @param {number} limit */
function whole(pieces, limit) {
  const size = pieces.reduce((sum, one) => sum + one.length, 0);
  if (size > limit) throw new ZipError("too big");
  const made = new Uint8Array(size);
  let at = 0;
  for (const one of pieces) {
    made.set(one, at);
    at += one.length;
  }
  return made;
}

/** @param {DataView} view */
function findEnd(view) {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - COMMENT_AT_MOST; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ZipError("no zip file");
}

/** @param {DataView} view @param {number} at @returns {Entry} */
function entryAt(view, at) {
  return {
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}
