import type { DelegateFlag, ElectionKind, PrimaryCategory } from "@/prisma/client/enums";

/** Facts of a human being, the same in every term. Months are YYYY-MM, codes are the national ones, absent is null. */
export type PersonValues = {
  name: string;
  sex: string | null;
  ethnicity: string | null;
  birthMonth: string;
  nativePlace: string | null;
  joinedPartyOn: string | null;
  workStartedOn: string | null;
  idNumber: string | null;
  mobile: string | null;
  officePhone: string | null;
  address: string | null;
};

/** Facts of one mandate: what the delegate is in this term. */
export type MandateValues = {
  unitId: string;
  delegationId: string;
  groupId: string | null;
  delegateNo: string | null;
  primaryCategory: PrimaryCategory | null;
  flags: DelegateFlag[];
  education: string | null;
  degree: string | null;
  school: string | null;
  employer: string | null;
  position: string | null;
  rank: string | null;
  professionalTitle: string | null;
  occupation: string | null;
  honours: string | null;
  electedOn: string | null;
  electionKind: ElectionKind;
  concurrentRoles: string | null;
  remark: string | null;
};
