/** A refusal the user can understand and act on: what, why, what to do. */
export class Refusal extends Error {
  constructor(message: string, readonly fields: Record<string, string[]> = {}) {
    super(message);
    this.name = "Refusal";
  }
}

/** Nothing is wrong, but somebody has to look first and send once more; a form says it as a hint. */
export class Question extends Refusal {
  constructor(message: string, fields: Record<string, string[]> = {}) {
    super(message, fields);
    this.name = "Question";
  }
}

/** The actor may not do this; recorded in the audit. */
export class Forbidden extends Refusal {
  constructor(readonly verb: string, readonly target: { type: string; id?: string | null; name?: string | null }, message = "您没有办理这件事的权限。如确需办理，请联系组织部。") {
    super(message);
    this.name = "Forbidden";
  }
}

/** Not there, or not the actor's to know of: the two are never told apart. */
export class NotFound extends Refusal {
  constructor(readonly target: { type: string; id: string }) {
    super("没有找到这条记录。它可能已被删除，或不在您的范围内。请返回列表重新查找。");
    this.name = "NotFound";
  }
}

/** Somebody saved the record in between; carries both values of each field that differs. */
export class Conflict extends Refusal {
  constructor(readonly conflict: Record<string, { theirs: string; yours: string }>, readonly currentVersion: string) {
    super("在您填写期间，这条记录已被他人修改。您填写的内容仍保留在下方，请对照后再保存。");
    this.name = "Conflict";
  }
}

/** Too many tries; the sentence says how long to wait and tells nothing about whose account it is. */
export class TooMany extends Refusal {
  constructor(readonly seconds: number) {
    super(`操作过于频繁，请在 ${seconds} 秒后再试。`);
    this.name = "TooMany";
  }
}
