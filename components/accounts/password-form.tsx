import { ActionForm } from "@/components/ui/action-form";
import { Field, Input } from "@/components/ui/field";
import { changePassword } from "@/lib/accounts/actions";

const labels = { current: "现口令", password: "新口令", again: "再填一次新口令" };

/** Change of the own password; `first` is the change of a password somebody else has seen. */
export function PasswordForm({ formKey, username, first }: { formKey: string; username: string; first: boolean }) {
  return (
    <ActionForm action={changePassword} formKey={formKey} submit="修改口令" labels={labels} id="password">
      <input type="text" autoComplete="username" defaultValue={username} hidden readOnly />
      <Field name="current" label={first ? "初始口令（口令条上或管理员告知的）" : labels.current}><Input type="password" autoComplete="current-password" maxLength={200} required /></Field>
      <Field name="password" label={labels.password} hint="10 至 128 个字符，中文、字母、数字、符号和空格都可以，不强求组合。"><Input type="password" autoComplete="new-password" maxLength={128} required /></Field>
      <Field name="again" label={labels.again}><Input type="password" autoComplete="new-password" maxLength={128} required /></Field>
    </ActionForm>
  );
}

/** The rules in words, as the check applies them. */
export function PasswordRules() {
  return (
    <ul className="list-disc pl-5 text-15 text-ink-2">
      <li>较长的一句话比短而复杂的口令更安全，也更好记。</li>
      <li>不用常见口令、连续或重复的字符，如 password123、1234567890。</li>
      <li>不含姓名、登录名、单位名称和电话号码。</li>
      <li>修改后，其他设备上的登录立即失效。</li>
    </ul>
  );
}
