/** A stretch of the file in UTF-16 units. */
export interface Range {
  offset: number;
  length: number;
}
