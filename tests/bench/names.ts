import type { Dice } from "./dice";

/** Surnames by how often they are met, per thousand; what is left over falls to the rare ones. */
const COMMON = "王72 李71 张68 刘54 陈45 杨31 黄22 赵21 吴21 周19 徐17 孙15 马14 朱13 胡13 郭12 何12 林12 高11 罗11 郑10 梁10 谢8 宋8 唐8 许8 韩7 邓7 冯7 曹7 彭6 曾6 肖6 田6 董6 潘6 袁5 蔡5 蒋5 余5 于5 杜5 叶5 程5 魏5 苏5 吕5 丁4 任4 卢4 姚4 沈4 钟4 姜4 崔4 谭4 陆4 范4 汪4 廖4 石4 金4 韦4 贾4 夏4 付4 方4 邹4 熊4 白4 孟3 秦3 邱3 侯3 江3 尹3 薛3 闫3 段3 雷3 龙3 黎3 史3 陶3 贺3 毛3 郝3 顾3 龚3 邵3 万3 覃3 武3 钱3 戴3 严3 莫3 孔3 向3 常3";
const RARE = ["欧阳", "上官", "司徒", "诸葛", "单", "仇", "解", "查", "区", "盖", "尉迟", "种", "洗", "纪", "耿", "翁", "牟", "闵", "荣", "靳"];
const MEN = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢阳建国志文永春海东德荣新民振兴光天达安岩中茂进有坚和彪博诚先敬震壮会思群豪心邦承乐绍功松善厚庆友裕河哲江泽晨";
const WOMEN = "芳娜敏静秀娟英华慧巧美淑惠珠翠雅芝玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹霞香月莺媛艳瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓";
const DOTTED = ["热合曼古丽", "阿依努尔", "买买提", "古丽娜", "吐尔逊", "艾力", "帕提古丽", "努尔兰", "玉素因", "阿迪力"];

const common = COMMON.split(" ").map((word) => ({ surname: word[0] ?? "", upTo: Number(word.slice(1)) }));
common.forEach((each, at) => (each.upTo += common[at - 1]?.upTo ?? 0));

const surname = (dice: Dice): string => {
  const drawn = dice.below(1000);
  return common.find((each) => drawn < each.upTo)?.surname ?? dice.pick(RARE);
};

/** A name as rosters have it: one in six given names has one character, one name in a hundred is dotted. */
export function nameOf(dice: Dice, sex: "1" | "2"): string {
  if (dice.below(100) === 0) return `${dice.pick(DOTTED)}·${dice.pick(DOTTED)}`;
  const given = [...(sex === "1" ? MEN : WOMEN)];
  return surname(dice) + dice.pick(given) + (dice.below(6) === 0 ? "" : dice.pick(given));
}
