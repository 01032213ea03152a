/** Lists whose views can be saved, with the page that shows them. */
export const listPaths = { delegates: "/manage/delegates" } as const;
export type SavedList = keyof typeof listPaths;

/** Views one account keeps of one list. */
export const MOST_VIEWS = 30;

export const fieldNames: Record<string, string> = { name: "视图名称", shared: "共用" };

export const verbNames: Record<string, string> = { "savedView.save": "保存视图", "savedView.remove": "删除视图", "savedview.find": "查找视图" };

export const refusals = {
  save: "您不能保存视图。请联系组织部经办。",
  share: "只有组织部的人员可以共用视图",
  many: `最多保存 ${MOST_VIEWS} 个视图。请先删除不用的视图，再保存。`,
  remove: "您不能删除这个视图。共用的视图由保存人或部领导删除。",
};
