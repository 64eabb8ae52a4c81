/** The shapes that the modules share: what `fields.json` holds, and what was read of a document. */

export type FieldType =
  "text" | "rich" | "choice" | "flag" | "number" | "date" | "year" | "link" | "list" | "rows";
export type Need = "required" | "advised" | "optional";

export interface Limits {
  minWords?: number;
  maxWords?: number;
  maxCharacters?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

/** What is asked of one answer: a field by itself, or a cell of a table. */
export interface Asked {
  key: string;
  label: string;
  type: FieldType;
  need: Need;
  prompt: string;
  options: string[];
  open?: boolean;
  limits: Limits;
}

export interface Row {
  key: string;
  label: string;
  group: string;
}

export interface Field extends Asked {
  star: boolean;
  internal: boolean;
  renewed: boolean;
  bookmark: string;
  columns: Asked[];
  rows: Row[];
}

export interface Chapter {
  key: string;
  title: string;
  number: number;
  fields: Field[];
}

export interface FixedText {
  key: string;
  title: string;
  bookmark: string;
  star: boolean;
  text: string;
}

export interface Condition {
  key: string;
  values: string[];
  negated: boolean;
}

export interface StepNeed {
  key: string;
  condition: Condition | null;
  onlyWithPrevious: boolean;
}

export interface Step {
  status: string;
  readyFor: string;
  atOnce: boolean;
  needs: StepNeed[];
}

export interface Model {
  id: string;
  version: string;
  name: string;
  contact: string;
  internalTitle: string;
  maxPages: number | null;
  keys: { school: string; year: string; status: string };
  chapters: Chapter[];
  fixedTexts: FixedText[];
  route: Step[];
}

export interface Reading {
  prompts: string[];
  signs: Record<string, string>;
  fixedSigns: Record<string, string>;
  bullets: string;
  edges: string;
  numbering: string;
  symbols: Record<string, Record<string, string>>;
}

export interface PageMeasures {
  off: number;
  paper: number[];
  margin: number;
  size: number;
  leading: number;
  sign: number;
  tab: number;
  cellSides: number;
  cellEdges: number;
}

export interface Fields {
  models: Record<string, Model>;
  default: string;
  properties: { kind: string; model: string; version: string; sop: string; template: string };
  pages: PageMeasures;
  reading: Reading;
}

/** A stretch of pieces of a tape: from `start`, up to and without `end`. */
export interface Span {
  start: number;
  end: number;
}

export interface Properties {
  tag: string;
  kind: string;
  lock: string;
  isShowingPrompt: boolean;
  promptPart: string;
  date: string;
  checked: boolean | null;
}

export interface ControlSpan extends Span, Properties {}

export interface CellSpan extends Span {
  node: Element;
}

export interface RowSpan extends Span {
  node: Element;
  cells: CellSpan[];
}

export interface TableSpan extends Span {
  depth: number;
  rows: RowSpan[];
}

export type Cells = Record<string, string | null>;

/** What a document says to a field; of a list `list`, of fixed rows `rows`, else `text`. */
export interface Answer {
  origin: "control" | "bookmark" | "";
  text: string | null;
  list: Cells[];
  rows: Record<string, Cells>;
}

export interface FixedState {
  state: "intact" | "typographic" | "changed" | "missing";
  after: string;
  found: string;
  expected: string;
}

/** A document as the pane knows it. */
export interface SopRecord {
  model: Model;
  answers: Record<string, Answer>;
  fixed: Record<string, FixedState>;
  words: number;
  /** An estimate. */
  pages: number;
}

export interface Meter {
  count: number;
  low: number;
  high: number;
  unit: "woorden" | "tekens";
}

export interface FieldState {
  /** `absent`: its place was not found in the document. */
  state: "filled" | "partial" | "empty" | "absent";
  /** Dutch, short: "ingevuld", "18 van 24 ingevuld". */
  words: string;
  /** What is wrong with what stands there, Dutch sentences. */
  remarks: string[];
  meter: Meter | null;
}
