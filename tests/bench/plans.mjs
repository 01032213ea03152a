import { withClient } from "../../scripts/setup/databases.mjs";
import { say } from "../../scripts/setup/say.mjs";
import { furtherOf, questionsOf, WHO } from "./data.mjs";

const SAMPLES = 15;

const isRead = ({ text }) => /^\s*(SELECT|WITH)/i.test(text);

/** Every index, table read from end to end, and block of a plan. */
function inWords(plan) {
  const parts = [];
  const walk = (node) => {
    if (node["Index Name"]) parts.push(node["Index Name"]);
    else if (node["Node Type"] === "Seq Scan" && node["Actual Rows"] > 500) parts.push(`全表 ${node["Relation Name"]}`);
    for (const child of node.Plans ?? []) walk(child);
  };
  walk(plan.Plan);
  const { "Shared Hit Blocks": hit = 0, "Shared Read Blocks": read = 0 } = plan.Plan;
  return { used: [...new Set(parts)], milliseconds: plan["Execution Time"], planning: plan["Planning Time"], blocks: hit + read, rows: plan.Plan["Actual Rows"] };
}

const explained = async (client, { text, values }) =>
  inWords((await client.query(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`, values)).rows[0]["QUERY PLAN"][0]);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The statements the product sends for a path. */
const statementsOf = async (origin, path) => (await fetch(`${origin}${path}&trace=1`)).json();

async function explainQuestion(client, product, { key, name, as, paths }) {
  const runs = [];
  for (const path of paths.slice(0, SAMPLES)) {
    const statements = await statementsOf(product.origin, path);
    const plans = [];
    for (const statement of statements.filter(isRead)) plans.push(await explained(client, statement));
    runs.push({ statements: statements.length, plans });
  }
  const longest = Math.max(...runs.map((run) => run.plans.length));
  const plans = Array.from({ length: longest }, (_, at) => {
    const of = runs.flatMap((run) => (run.plans[at] ? [run.plans[at]] : []));
    return { ...of[0], milliseconds: median(of.map((plan) => plan.milliseconds)), slowest: Math.max(...of.map((plan) => plan.milliseconds)) };
  });
  const statements = Math.max(...runs.map((run) => run.statements));
  say(`  ${name}·${WHO[as]}：${statements} 条语句`);
  for (const plan of plans.filter((p) => p.blocks > 0)) say(`    ${plan.milliseconds.toFixed(2)} 毫秒（最慢 ${plan.slowest.toFixed(2)}）  ${plan.blocks} 块  ${plan.used.join("、") || "小表"}`);
  return [key, { statements, plans }];
}

/** Explains, as the restricted role, the very statements the product sends for every question that only reads. */
export const explainAll = (facts, product, address) =>
  withClient(address, async (client) => {
    const found = [];
    for (const question of [...questionsOf(facts), ...furtherOf(facts)]) {
      if (question.key === "create") found.push(["create", { statements: (await statementsOf(product.origin, question.paths[0])).length, plans: [] }]);
      else found.push(await explainQuestion(client, product, question));
    }
    return Object.fromEntries(found);
  });
