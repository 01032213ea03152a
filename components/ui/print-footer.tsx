/** Only on paper: who printed it, when, and under which number. */
export function PrintFooter({ by, at, number }: { by: string; at: string; number?: string }) {
  return <footer className="printed"><span>打印人 {by}</span>{number ? <span>编号 {number}</span> : null}<span>打印时间 {at}</span></footer>;
}
