/** An ending the reader can act on: one plain sentence instead of a stack. */
export class Stop extends Error {}

export const FULL_DISK = "磁盘空间不足，没有完成。请清理出至少 3 GB 空间后再试。";
const DENIED = new Set(["EACCES", "EPERM", "EROFS"]);

/** The sentence for any error; an error that is none of ours keeps its own message. */
export function sentenceOf(error) {
  if (error instanceof Stop) return error.message;
  if (error?.code === "ENOSPC") return FULL_DISK;
  if (DENIED.has(error?.code)) return `没有权限使用 ${error.path ?? "所需的文件"}。请换用能读写项目目录的用户。`;
  return `没有完成：${error?.message ?? String(error)}`;
}

/** Whether what a program printed tells of a full disk. */
export const tellsFullDisk = (output) => /ENOSPC|No space left on device/i.test(output);

export const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} 秒`;

export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Runs one step and prints one line with its time. `work` receives `note`, which adds words to that line.
 * Returns what work returns; a failing step closes its line and passes the error on.
 */
export async function step(name, work) {
  const from = performance.now();
  const notes = [];
  process.stdout.write(`${name} … `);
  try {
    const result = await work((text) => notes.push(text));
    say([seconds(from), ...notes].join("，"));
    return result;
  } catch (error) {
    say("未完成");
    throw error;
  }
}
