/** Why a document is not drawn: the reading view stays. */
export class NotDrawn extends Error {
  readonly reason: "format" | "too-large";
  constructor(reason: "format" | "too-large") {
    super(reason);
    this.reason = reason;
  }
}
