export const tabs = ["todo", "done", "started", "copied"] as const;
export type TaskTab = (typeof tabs)[number];
export const tabNames: Record<TaskTab, string> = { todo: "待办", done: "已办", started: "我发起的", copied: "抄送我的" };

/** What each tab says when it is empty. */
export const emptyWords: Record<TaskTab, [title: string, why: string]> = {
  todo: ["没有待办", "需要您办理的事项会列在这里，办完自动移走。"],
  done: ["还没有办过的事项", "您办理过的事项按时间列在这里。"],
  started: ["还没有发起过事项", "您提出、上传、申请的事项列在这里，可以看到办到哪一步。"],
  copied: ["没有抄送给您的事项", "需要您知悉的事项列在这里。"],
};
