/** What may be wrong with a record, in the order of the page; each kind lists exactly the people it counts. */
export const flawGroups = {
  missing: ["unit", "category", "sex", "ethnicity", "idNumber", "mobile", "joinedPartyOn", "education", "position", "photo", "unconfirmed"],
  contradiction: ["idBirth", "idSex", "joinedMinor", "electedMinor"],
  twin: ["sameName", "sameMobile"],
} as const;

export type FlawGroup = keyof typeof flawGroups;
export type Flaw = (typeof flawGroups)[FlawGroup][number];

export const flaws: readonly Flaw[] = Object.values(flawGroups).flat();

/** The one kind that counts units, not people. */
export const UNWATCHED = "unwatchedUnits";
export type Kind = Flaw | typeof UNWATCHED;

export const groupNames: Record<FlawGroup | "unit", string> = { missing: "资料未填", contradiction: "内容不一致", twin: "疑似重复", unit: "单位" };

export const kindNames: Record<Kind, string> = {
  unit: "选举单位未填", category: "代表类别未填", sex: "性别未填", ethnicity: "民族未填", idNumber: "身份证号未填", mobile: "手机未填", joinedPartyOn: "入党时间未填",
  education: "学历未填", position: "职务未填", idBirth: "出生年月与身份证号不一致", idSex: "性别与身份证号不一致", joinedMinor: "入党时不满 18 岁",
  electedMinor: "当选时不满 18 岁", sameName: "与他人同姓名、同出生年月", sameMobile: "与他人手机相同", unwatchedUnits: "有代表而没有联络员的选举单位", photo: "没有照片", unconfirmed: "本人今年尚未确认资料",
};

const FILL = "请补填。一时查不到的可以留空，不影响履职。";
const ARCHIVE = "请对照干部档案和身份证原件，改正有误的一处。以档案为准而与证件不同的，按规定先更正证件或档案。";

/** What to do about each kind, said above its list. */
export const advice: Record<Kind, string> = {
  unit: "未填的暂由党委本级管理，选举单位的联络员看不到这些代表。请补填。", category: FILL, sex: FILL, ethnicity: FILL, idNumber: "请补填。没有身份证号，同一人重复登记时不易发现。",
  mobile: "请补填。没有手机，本人收不到短信通知。", joinedPartyOn: FILL, education: FILL,
  position: "请补填。导入时工作单位与职务合为一栏的，记在职务里，因此只检查职务。", idBirth: ARCHIVE, idSex: ARCHIVE,
  joinedMinor: "年满十八岁才能申请入党。请核对出生年月和入党时间；早年入党、档案如此记载的，不必改动。", electedMinor: "请核对出生年月和当选日期。",
  photo: "请在代表档案上传照片，代表登记表要用。", unconfirmed: "请提醒本人登录后核对登记资料，并点“我的资料无误”；暂停履职的不能确认。",
  sameName: "请逐对核对：是同一人的，合并为一条；不是同一人的，予以认定，以后不再列出。", sameMobile: "请逐对核对：号码填错的，改正；是同一人的，合并为一条；确系合用一个号码的，认定不是同一人，以后不再列出。",
  unwatchedUnits: "这些单位的代表没有人联络。请由安全管理员向本单位或上级单位的人员授予联络员身份。",
};

export const refusals = { view: "您不能查看数据质量。请联系组织部经办。" };

/** What a liaison learns about a likeness with somebody of another unit. */
export const ELSEWHERE = "另有一人，请联系组织部";
