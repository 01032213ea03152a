// The kinds of messages and the words they come in. What must be done cannot be muted; what may go out by text message or
// mail is a sentence of its own, for nothing personal beyond a name leaves the platform.
export type Variable = { name: string; /** May also leave the platform by text message or mail: names, counts, days. */ open?: true; /** The text the message says nothing without. */ needed?: true };

export type Kind = {
  /** 中文名, as the choice of each person lists it. */
  name: string;
  /** 须办 instead of 知悉. */
  must: boolean;
  variables: Record<string, Variable>;
  title: string;
  body: string;
  /** One sentence for text message and mail; uses open variables alone. */
  brief: string;
};

const clock = {
  subject: { name: "事项" }, act: { name: "要办的事", open: true }, due: { name: "到期日", open: true }, over: { name: "超期工作日数", open: true }, owner: { name: "承办方", open: true }, rule: { name: "规则" },
} as const satisfies Record<string, Variable>;

const gathering = { title: { name: "活动" }, sort: { name: "类别", open: true }, when: { name: "时间", open: true }, place: { name: "地点" }, unit: { name: "组织单位", open: true }, said: { name: "说明" } } as const satisfies Record<string, Variable>;

export const kinds = {
  "deadline.before": { name: "到期前提醒", must: true, variables: clock, title: "{act}：{due} 到期", body: "{subject}，须在 {due} 前{act}。规则：{rule}。", brief: "您有一件“{act}”须在 {due} 前办结，请登录平台办理。" },
  "deadline.due": { name: "到期提醒", must: true, variables: clock, title: "{act}：今天到期", body: "{subject}，今天（{due}）到期，请{act}。规则：{rule}。", brief: "您有一件“{act}”今天到期，请登录平台办理。" },
  "deadline.toHead": { name: "超期告知负责人", must: false, variables: clock, title: "{act}超期 {over} 个工作日", body: "{subject}，由{owner}承办，应在 {due} 前{act}，已超期 {over} 个工作日。", brief: "{owner}有一件“{act}”已超期 {over} 个工作日，请登录平台查看。" },
  "deadline.toOffice": { name: "超期告知组织部", must: false, variables: clock, title: "{owner}：{act}超期 {over} 个工作日", body: "{subject}，由{owner}承办，应在 {due} 前{act}，已超期 {over} 个工作日。可以催办。", brief: "{owner}有一件“{act}”已超期 {over} 个工作日，请登录平台查看。" },
  "deadline.toSupervisor": { name: "超期告知督查室", must: false, variables: clock, title: "{owner}：{act}超期 {over} 个工作日", body: "{subject}，由{owner}承办，应在 {due} 前{act}，已超期 {over} 个工作日，请督办。", brief: "{owner}有一件“{act}”已超期 {over} 个工作日，请登录平台查看。" },
  "deadline.urge": { name: "催办", must: true, variables: { ...clock, by: { name: "催办人", open: true }, note: { name: "催办的话" } }, title: "催办：{act}", body: "{by}催办：{subject}，须在 {due} 前{act}。{note}", brief: "{by}催办“{act}”，到期日 {due}，请登录平台办理。" },
  "deadline.change": { name: "到期日变动", must: true, variables: { ...clock, from: { name: "原到期日", open: true }, why: { name: "原因" } }, title: "{act}的到期日改为 {due}", body: "{subject}：{act}的到期日由 {from} 改为 {due}。{why}", brief: "“{act}”的到期日由 {from} 改为 {due}，请登录平台查看。" },
  "correction.decided": { name: "更正申请有结果", must: false, variables: { result: { name: "结果", open: true }, note: { name: "说明" } }, title: "更正申请：{result}", body: "您申请更正资料，现已{result}。{note}", brief: "您的更正申请已{result}，请登录平台查看。" },
  "duty.decided": { name: "履职记录有结果", must: false, variables: { result: { name: "结果", open: true }, title: { name: "名称" }, note: { name: "说明" } }, title: "履职记录：{result}", body: "履职记录“{title}”，组织部已{result}。{note}", brief: "您的一条履职记录已{result}，请登录平台查看。" },
  "duty.written": { name: "代为填报，请确认", must: true, variables: { by: { name: "填报人", open: true }, title: { name: "名称" } }, title: "请确认代填的履职记录", body: "{by}代您填报了履职记录“{title}”，请核对；属实的确认，不符的提出异议。", brief: "{by}代您填报了一条履职记录，请登录平台确认。" },
  "activity.invited": { name: "活动通知", must: true, variables: gathering, title: "{sort}：{title}", body: "{unit}举行“{title}”，请您参加。时间：{when}。地点：{place}。{said}", brief: "{unit}请您参加{sort}，时间 {when}，请登录平台查看。" },
  "activity.changed": { name: "活动有变动", must: true, variables: gathering, title: "有变动：{title}", body: "“{title}”的{said}有变动。现在的时间：{when}。地点：{place}。", brief: "您要参加的{sort}有变动，时间 {when}，请登录平台查看。" },
  "activity.cancelled": { name: "活动已取消", must: true, variables: gathering, title: "已取消：{title}", body: "原定 {when} 在{place}举行的“{title}”已取消。原因：{said}", brief: "原定 {when} 的{sort}已取消，请登录平台查看。" },
  "activity.placed": { name: "候补递补", must: true, variables: gathering, title: "已递补：{title}", body: "“{title}”有了名额，您已由候补递补为参加。时间：{when}。地点：{place}。{said}", brief: "您候补的{sort}已递补为参加，时间 {when}，请登录平台查看。" },
  "activity.leave": { name: "活动请假有结果", must: true, variables: gathering, title: "请假：{title}", body: "您在“{title}”的请假，{said}", brief: "您的活动请假有了结果，请登录平台查看。" },
  "activity.struck": { name: "活动名单调整", must: true, variables: gathering, title: "不再参加：{title}", body: "您已不在“{title}”的名单上。原因：{said}", brief: "您要参加的{sort}调整了名单，请登录平台查看。" },
  "activity.remind": { name: "答复提醒", must: true, variables: gathering, title: "请答复：{title}", body: "请您答复是否参加“{title}”。时间：{when}。地点：{place}。{said}", brief: "请您答复是否参加{sort}，时间 {when}，请登录平台办理。" },
  "opinion.handed": { name: "代表意见交办", must: true, variables: { title: { name: "活动" }, due: { name: "到期日", open: true }, said: { name: "说明" } }, title: "请答复代表意见：{title}", body: "代表在“{title}”后提出的意见交你单位办理，请在 {due} 前答复。{said}", brief: "有一件代表意见交你单位办理，请在 {due} 前登录平台答复。" },
  "opinion.told": { name: "意见有结果", must: false, variables: { result: { name: "结果", open: true }, title: { name: "活动" }, note: { name: "说明" } }, title: "您的意见：{result}", body: "您在“{title}”后提出的意见，{result}。{note}", brief: "您提出的意见{result}，请登录平台查看。" },
  "research.leader": { name: "担任调研组长", must: true, variables: { title: { name: "调研" }, unit: { name: "组织单位", open: true } }, title: "请您担任组长：{title}", body: "{unit}组织的“{title}”，由您担任组长。实地调研后，请在平台上撰写、提交报告。", brief: "{unit}请您担任一次调研的组长，请登录平台查看。" },
  "research.decided": { name: "调研报告有结果", must: false, variables: { result: { name: "结果", open: true }, title: { name: "调研" }, note: { name: "说明" } }, title: "调研报告：{result}", body: "“{title}”的报告，组织部已{result}。{note}", brief: "您参加的一次调研，报告已{result}，请登录平台查看。" },
  "import.done": { name: "导入完成", must: false, variables: { file: { name: "文件名" }, result: { name: "结果" } }, title: "导入：{file}", body: "{result}", brief: "您发起的导入已经办完，请登录平台查看。" },
  "files.ready": { name: "文件已备好", must: false, variables: { what: { name: "文件" }, until: { name: "保留到" } }, title: "{what}已备好", body: "{what}已备好，可以下载，保留到 {until}。", brief: "您要的文件已备好，请登录平台下载。" },
  notice: { name: "通知", must: false, variables: { title: { name: "标题" }, text: { name: "正文", needed: true }, from: { name: "发出单位", open: true } }, title: "{title}", body: "{text}", brief: "{from}给您发来一条通知，请登录平台查看。" },
  digest: { name: "每日摘要", must: false, variables: { count: { name: "条数", open: true } }, title: "每日摘要：{count} 条消息", body: "您选择汇入每日摘要的消息，到今天早上 8 时共 {count} 条，列在下面。", brief: "您有 {count} 条消息汇入今天的摘要，请登录平台查看。" },
} as const satisfies Record<string, Kind>;

export type KindKey = keyof typeof kinds;
export const isKind = (key: string): key is KindKey => Object.hasOwn(kinds, key);

export type VariablesOf<K extends KindKey> = Record<keyof (typeof kinds)[K]["variables"], string>;

/** What somebody wrote, closed like a sentence: it stands among others in a message. */
export const sentence = (text: string): string => (text === "" || /[。！？…]$/.test(text.trim()) ? text : `${text.trim()}。`);

/** Puts values in the places of a template; a place without a value stays empty. */
export const filled = (template: string, values: Record<string, string>): string => template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
