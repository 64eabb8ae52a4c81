/** A table as a grid: which cell stands in which row and column, merged cells in all that they cover. */

import { child, value } from "../reading/xml.js";

/** @import { CellSpan, RowSpan, TableSpan } from "../types" */

/** @typedef {(CellSpan | null)[]} Line */

const MOST_COLUMNS = 64; // Word allows 63

/** The cells by row and column; null is a place without a cell.
 * @param {TableSpan} table
 * @returns {Line[]}
 */
export function gridOf(table) {
  /** @type {Line[]} */
  const grid = [];
  for (const row of table.rows) grid.push(lineOf(row, grid.at(-1) ?? []));
  return grid;
}

/** @param {RowSpan} row @param {Line} above @returns {Line} */
function lineOf(row, above) {
  const skipped = count(child(child(row.node, "trPr"), "gridBefore"), 0);
  /** @type {Line} */
  const line = new Array(skipped).fill(null);
  for (const cell of row.cells) {
    const properties = child(cell.node, "tcPr");
    const shown = isContinued(properties) ? (above[line.length] ?? cell) : cell;
    const width = count(child(properties, "gridSpan"), 1);
    for (let column = 0; column < width; column += 1) line.push(shown);
  }
  return line.slice(0, MOST_COLUMNS);
}

/** @param {Element | null} properties */
function isContinued(properties) {
  const merge = child(properties, "vMerge");
  return merge !== null && value(merge) !== "restart";
}

/** @param {Element | null} element @param {number} usual */
function count(element, usual) {
  const number = Number.parseInt(value(element), 10);
  return Number.isNaN(number) ? usual : Math.min(Math.max(number, 0), MOST_COLUMNS);
}
