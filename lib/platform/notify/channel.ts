/** One thing to send. `id` is the same on every try, so a receiver that keeps it takes a second try for the first. */
export type Outgoing = { id: string; to: string; text: string; subject?: string };

/** A way out of the platform: answers with the number the other side gave, or throws Unreachable or Rejected. */
export interface Channel {
  readonly name: string;
  send(out: Outgoing): Promise<{ receipt: string | null }>;
}

/** It may go well another time: no answer, an answer about the gateway itself, or one that leaves open what became of it. */
export class Unreachable extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Unreachable";
  }
}

/** It never will: the number, the address or the text was refused. */
export class Rejected extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Rejected";
  }
}
