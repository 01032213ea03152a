import "server-only";
import { open, seal } from "@/lib/platform/crypto";

type Side = "old" | "new";

const place = (side: Side, fieldId: string) => `CorrectionField.${side}:${fieldId}`;

/** Every value of a request is sealed to its row, also those that stand open in the record: one rule, and no list to forget. */
export const sealValue = (side: Side, fieldId: string, value: string | null): string | null => value && seal(value, place(side, fieldId));

export const openValue = (side: Side, fieldId: string, cipher: string | null): string | null => cipher && open(cipher, place(side, fieldId));

/** Where the content of a proof belongs. */
export const proofPlace = (requestId: string): string => `CorrectionProof.content:${requestId}`;
