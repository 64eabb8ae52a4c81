/** Answers that stand in tables: lists by their header row, fixed rows by row label and column header.
 *
 * Rows that somebody typed by hand count as those in controls do, and columns may be moved. A cell's own
 * control goes before its header.
 */

import { gridOf } from "./grid.js";

/** @import { Asked, Cells, CellSpan, ControlSpan, Field, Row, Span, TableSpan } from "../types" */
/** @import { Line } from "./grid.js" */
/** @import { SopStory } from "./sop_story.js" */

/** @typedef {Map<number, Asked>} Columns By their place in a line. */

const HEADER_LINES = 3; // rows at the top of a table in which its header is looked for

/** The innermost tables that stretches lie in, each once, in their order.
 * @param {TableSpan[]} tables In the order of their ends. @param {Span[]} spans
 * @returns {TableSpan[]}
 */
export function tablesAround(tables, spans) {
  const found = new Set(
    spans.flatMap((span) => tables.find((one) => one.start < span.start && one.end > span.start) ?? []),
  );
  return [...found].sort((one, other) => one.start - other.start);
}

/** The outermost tables that a stretch lies around or in.
 * @param {TableSpan[]} tables @param {Span} span
 * @returns {TableSpan[]}
 */
export function tablesAcross(tables, span) {
  const across = tables.filter((one) => one.start < span.end && one.end > span.start);
  const outermost = Math.min(...across.map((one) => one.depth));
  return across.filter((one) => one.depth === outermost);
}

export class TableAnswers {
  /** @param {SopStory} story @param {Field} field @param {TableSpan} table */
  constructor(story, field, table) {
    this.story = story;
    this.field = field;
    this.grid = gridOf(table);
    this.labels = new Map(field.rows.map((one) => [story.keyOf(one.label), one]));
    this.headers = new Map(field.columns.map((one) => [story.keyOf(one.label), one]));
    const start = `${field.key}.`;
    this.tagged = story.controls.filter(
      (one) => one.start > table.start && one.end < table.end && one.tag.startsWith(start),
    );
  }

  /** The rows of a list that hold anything.
   * @returns {Cells[]}
   */
  readList() {
    const header = this.header();
    const columns = header?.columns ?? new Map(this.field.columns.entries());
    const rows = this.grid.slice(header === null ? 0 : header.line + 1).map((line) => this.listRow(line, columns));
    return rows.filter((row) => Object.values(row).some((cell) => cell !== null));
  }

  /** The cells of fixed rows that hold anything, by row and column.
   * @returns {Record<string, Cells>}
   */
  readFixedRows() {
    const header = this.header();
    /** @type {Record<string, Cells>} */
    const rows = {};
    for (const line of this.grid) {
      const [at, row] = this.labelled(line);
      if (row === null) continue;
      const columns = header?.columns ?? new Map(this.field.columns.map((one, place) => [at + 1 + place, one]));
      rows[row.key] ??= {};
      this.readCells(line, columns, at + 1, rows[row.key]);
    }
    return rows;
  }

  /** The line at the top that names most columns, or null where none names any.
   * @returns {{line: number, columns: Columns} | null}
   */
  header() {
    let best = null;
    for (const [number, line] of this.grid.slice(0, HEADER_LINES).entries()) {
      const columns = this.named(line);
      if (columns.size > (best?.columns.size ?? 0)) best = { line: number, columns };
    }
    return best;
  }

  /** @param {Line} line @param {Columns} columns @returns {Cells} */
  listRow(line, columns) {
    const cells = new Set(line.filter((one) => one !== null));
    const [only] = cells;
    const isMerged = cells.size === 1 && line.length > 1 && this.controlsIn(only).length === 0;
    const shown = isMerged ? new Map([[0, this.field.columns[0]]]) : columns;
    /** @type {Cells} */
    const found = {};
    this.readCells(line, shown, 0, found);
    return found;
  }

  /** Adds what stands in a line to what was found.
   * @param {Line} line @param {Columns} columns @param {number} first @param {Cells} found
   */
  readCells(line, columns, first, found) {
    let before = null;
    for (let place = first; place < line.length; place += 1) {
      const cell = line[place];
      if (cell === null || cell === before) continue;
      before = cell;
      for (const [column, value] of this.cell(cell, columns.get(place))) {
        if (value !== null) found[column.key] ??= value;
      }
    }
  }

  /** What a cell answers: mostly one column, by its control or else by its place.
   * @param {CellSpan} cell @param {Asked | undefined} byPlace
   * @returns {[Asked, string | null][]}
   */
  cell(cell, byPlace) {
    const controls = this.controlsIn(cell);
    const own = controls.flatMap((one) => this.columnOf(one) ?? []);
    if (new Set(own).size > 1) {
      return controls.map((one) => [/** @type {Asked} */ (this.columnOf(one)), this.story.inControl(own[0], one)]);
    }
    const column = own[0] ?? byPlace;
    return column === undefined ? [] : [[column, this.story.inStretch(column, cell)]];
  }

  /** @param {CellSpan} cell */
  controlsIn(cell) {
    return this.tagged.filter((one) => one.end > cell.start && one.end < cell.end && this.columnOf(one) !== undefined);
  }

  /** @param {ControlSpan} control */
  columnOf(control) {
    const key = control.tag.slice(control.tag.lastIndexOf(".") + 1);
    return this.field.columns.find((one) => one.key === key);
  }

  /** @param {Line} line @returns {Columns} */
  named(line) {
    /** @type {Columns} */
    const found = new Map();
    for (const [place, cell] of line.entries()) {
      const column = cell === null || this.controlsIn(cell).length > 0 ? undefined : this.headers.get(this.keyOf(cell));
      if (column !== undefined) found.set(place, column);
    }
    return found;
  }

  /** The place of the row's label in a line, and the row.
   * @param {Line} line
   * @returns {[number, Row | null]}
   */
  labelled(line) {
    for (const [place, cell] of line.entries()) {
      if (cell === null) continue;
      const key = this.keyOf(cell);
      const row = this.labels.get(key);
      if (row !== undefined) return [place, row];
      if (key) break;
    }
    return [-1, null];
  }

  /** @param {CellSpan} cell */
  keyOf(cell) {
    return this.story.keyOf(this.story.story.text(cell));
  }
}
