/** Where everything of a story lies on its tape: controls, bookmarks, tables, text boxes as stretches. */

import { readProperties } from "./controls.js";
import * as tape from "./tape.js";

/** @import { ControlSpan, Span, TableSpan } from "../types" */
/** @import { Piece } from "./tape.js" */

/** Where everything lies.
 *
 * `controls` come in the order of their beginnings, `tables` in that of their ends: one in a cell before
 * the one around it. `boxes` are the last pieces of text boxes by their first. A bookmark lies from
 * where its name begins to where it next ends: LibreOffice begins one again in each paragraph. A program
 * that copies what stands in one makes several of a name.
 * @typedef {{controls: ControlSpan[], tables: TableSpan[], boxes: Map<number, number>,
 *   bookmarks: Map<string, Span[]>}} Spans
 */

/** @param {Piece[]} pieces @returns {Spans} */
export function findSpans(pieces) {
  const pass = new Pass();
  pieces.forEach((piece, at) => pass.take(piece, at));
  return pass.spans;
}

/** One pass over a tape, with what is open at the moment. */
class Pass {
  constructor() {
    /** @type {Spans} */
    this.spans = { controls: [], tables: [], boxes: new Map(), bookmarks: new Map() };
    /** @type {ControlSpan[]} */
    this.openControls = [];
    /** @type {TableSpan[]} */
    this.openTables = [];
    /** @type {number[]} */
    this.openBoxes = [];
    /** @type {Map<string, number>} */
    this.starts = new Map();
    /** @type {Record<string, (piece: Piece, at: number) => void>} */
    this.steps = {
      [tape.CONTROL]: (piece, at) => this.beginControl(piece, at),
      [tape.CONTROL_END]: (_, at) => endAt(this.openControls.pop(), at),
      [tape.TABLE]: (_, at) => this.openTables.push({ start: at, end: at, depth: this.openTables.length, rows: [] }),
      [tape.TABLE_END]: (_, at) => this.endTable(at),
      [tape.ROW]: (piece, at) => this.beginRow(piece, at),
      [tape.CELL]: (piece, at) => this.beginCell(piece, at),
      [tape.BOX]: (_, at) => this.openBoxes.push(at),
      [tape.BOX_END]: (_, at) => this.spans.boxes.set(this.openBoxes.pop() ?? at, at),
      [tape.BOOKMARK]: (piece, at) => this.starts.set(piece.text, this.starts.get(piece.text) ?? at),
      [tape.BOOKMARK_END]: (piece, at) => this.endBookmark(piece.text, at),
    };
  }

  /** @param {Piece} piece @param {number} at */
  take(piece, at) {
    this.steps[piece.kind]?.(piece, at);
  }

  /** @param {Piece} piece @param {number} at */
  beginControl(piece, at) {
    const control = { start: at, end: at, ...readProperties(piece.node) };
    this.spans.controls.push(control);
    this.openControls.push(control);
  }

  /** @param {number} at */
  endTable(at) {
    const table = this.openTables.pop();
    if (table === undefined) return;
    table.end = at;
    this.endRow(table, at);
    this.spans.tables.push(table);
  }

  /** @param {Piece} piece @param {number} at */
  beginRow(piece, at) {
    const table = this.openTables.at(-1);
    if (table === undefined) return;
    this.endRow(table, at);
    table.rows.push({ start: at, end: at, node: piece.node, cells: [] });
  }

  /** @param {Piece} piece @param {number} at */
  beginCell(piece, at) {
    const row = this.openTables.at(-1)?.rows.at(-1);
    if (row === undefined) return;
    endAt(row.cells.at(-1), at);
    row.cells.push({ start: at, end: at, node: piece.node });
  }

  /** @param {TableSpan} table @param {number} at */
  endRow(table, at) {
    endAt(table.rows.at(-1), at);
    endAt(table.rows.at(-1)?.cells.at(-1), at);
  }

  /** @param {string} name @param {number} at */
  endBookmark(name, at) {
    const start = this.starts.get(name);
    if (start === undefined) return;
    this.starts.delete(name);
    this.spans.bookmarks.set(name, [...(this.spans.bookmarks.get(name) ?? []), { start, end: at }]);
  }
}

/** @param {Span | undefined} span @param {number} at */
function endAt(span, at) {
  if (span !== undefined) span.end = at;
}
