import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Field, Input } from "@/components/ui/field";
import { signInHere, signOutHere } from "@/lib/attendances/actions";

type Props = { sessionId: string; act: "in" | "out"; /** From the QR; without it the six digits are asked for. */ code?: string };

/** Signs in or out by one POST: with the code the QR brought, or with the six digits of the screen. */
export function SignForm({ sessionId, act, code }: Props) {
  const word = act === "in" ? "签到" : "签退";
  return (
    <ActionForm action={act === "in" ? signInHere : signOutHere} formKey={randomUUID()} submit={code ? `确认${word}` : word} id={`sign-${sessionId}`} labels={{ code: `${word}码` }} className="wide-send">
      <input type="hidden" name="sessionId" value={sessionId} />
      {code ? <input type="hidden" name="code" value={code} /> : <Field name="code" label={`${word}码`} hint="会场屏幕上的 6 位数字，每 30 秒更换"><Input inputMode="numeric" autoComplete="one-time-code" maxLength={12} /></Field>}
    </ActionForm>
  );
}
