/** What the list can be cut to; the key stands in the address. */
export const shelfNames = { unread: "未读", must: "须办", know: "知悉", muted: "静音和摘要" } as const;
export type Shelf = keyof typeof shelfNames;

export const emptyNames: Record<Shelf, string> = { unread: "没有未读消息", must: "没有须办消息", know: "没有知悉消息", muted: "没有静音或汇入摘要的消息" };

export const mustName = (must: boolean): string => (must ? "须办" : "知悉");

export const verbNames: Record<string, string> = { "message.find": "查找消息" };
