import type { IsoDate } from "@/lib/platform/clock";

export const verbNames: Record<string, string> = {
  "certificate.issue": "培训证书：发放", "certificate.revoke": "培训证书：撤销", "certificate.take": "培训证书：下载", "certificate.find": "查找培训证书",
};

export const fieldNames: Record<string, string> = { certificateNo: "证书编号", certificateHours: "证书学时", certificates: "证书" };

/** A number as it stands on the paper, 培训证〔2026〕001号. */
export const numberOf = ({ year, number }: { year: number; number: number }): string => `培训证〔${year}〕${String(number).padStart(3, "0")}号`;

/** Hours without a needless decimal. */
export const hoursOf = (hours: number): string => String(Number(hours.toFixed(1)));

/** The days of a training as a sentence has them: one day, or from the first to the last. */
export const daysOf = (from: IsoDate, to: IsoDate, long: (date: IsoDate) => string): string => (from === to ? long(from) : `${long(from)}至${long(to)}`);

export const refusals = {
  gone: (number: string) => `证书${number}已撤销，不能下载。如有疑问，请与组织部联系。`,
};
