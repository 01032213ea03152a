/** The shape of a notice, of a year that has none yet. */
export const TEXT = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至11日放假调休，共7天。2月14日上班。
三、清明节：4月3日至5日放假，共3天。
四、劳动节：5月1日至5日放假调休，共5天。5月8日上班。
五、端午节：6月9日放假1天。
六、中秋节：9月15日放假1天。
七、国庆节：10月1日至7日放假调休，共7天。9月26日、10月9日上班。`;
export const NOTICE = { year: 2027, document: "国办发明电〔2026〕7号", text: TEXT, confirm: true };
