import "server-only";
import { birthAndSexOf, maskIdNumber, maskMobile } from "@/lib/platform/chinese/id-number";
import { blindIndex, open, seal } from "@/lib/platform/crypto";
import type { PersonValues } from "./values";

type Sensitive = Pick<PersonValues, "idNumber" | "mobile" | "address">;

export type SealedColumns = {
  idNumberCipher: string | null;
  idNumberIndex: string | null;
  idBirthMonth: string | null;
  idSex: string | null;
  mobileCipher: string | null;
  mobileIndex: string | null;
  addressCipher: string | null;
};

/** The sensitive values of a person as the database keeps them: sealed to the person's row, with blind indexes. Month and sex of the number stand open, for the record holds both anyway. */
export function sealPerson(personId: string, v: Sensitive): SealedColumns {
  const card = v.idNumber ? birthAndSexOf(v.idNumber) : null;
  return {
    idNumberCipher: v.idNumber && seal(v.idNumber, `Person.idNumber:${personId}`),
    idNumberIndex: v.idNumber && blindIndex("idNumber", v.idNumber),
    idBirthMonth: card?.birthMonth ?? null,
    idSex: card?.sex ?? null,
    mobileCipher: v.mobile && seal(v.mobile, `Person.mobile:${personId}`),
    mobileIndex: v.mobile && blindIndex("mobile", v.mobile),
    addressCipher: v.address && seal(v.address, `Person.address:${personId}`),
  };
}

/** Reads them back. */
export function openPerson(person: { id: string; idNumberCipher: string | null; mobileCipher: string | null; addressCipher: string | null }): Sensitive {
  return {
    idNumber: person.idNumberCipher && open(person.idNumberCipher, `Person.idNumber:${person.id}`),
    mobile: person.mobileCipher && open(person.mobileCipher, `Person.mobile:${person.id}`),
    address: person.addressCipher && open(person.addressCipher, `Person.address:${person.id}`),
  };
}

/** How sensitive values appear on screens, in the history and in the audit. */
export const masks: Record<string, (v: string) => string> = {
  idNumber: maskIdNumber,
  mobile: maskMobile,
  address: (v) => `${[...v].slice(0, 3).join("")}***`,
};
