import "server-only";
import { maskMobile } from "@/lib/platform/chinese/id-number";
import { log } from "@/lib/platform/log";
import type { Channel } from "./channel";

/** What stands as the receipt of what was only written to the log. */
export const LOGGED = "log";

/** Sends nothing: a line in the log says that it would have, with the number masked and without the text. */
export const logChannel: Channel = {
  name: LOGGED,
  send: async ({ id, to, text }) => {
    log.info({ delivery: id, to: maskMobile(to), characters: [...text].length }, "text message, logged only");
    return { receipt: LOGGED };
  },
};
