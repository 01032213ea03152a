import { ActionForm } from "@/components/ui/action-form";
import { Field, Input } from "@/components/ui/field";
import { signIn } from "@/lib/accounts/actions";

const labels = { username: "登录名", password: "口令" };

export function SignInForm({ formKey, to }: { formKey: string; /** Where one wanted to go. */ to: string | null }) {
  return (
    <ActionForm action={signIn} formKey={formKey} submit="登录" labels={labels} id="sign-in" className="[&_.btn]:w-full">
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <Field name="username" label={labels.username}><Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} required /></Field>
      <Field name="password" label={labels.password}><Input type="password" autoComplete="current-password" maxLength={200} required /></Field>
    </ActionForm>
  );
}
