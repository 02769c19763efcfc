// Canned responses, filled in as Chatwoot does it with its own package: a list of texts in. Of each comes
// out what it says to a customer called Ada from an agent called Bo, and which variables it does not know.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { getMessageVariables, getUndefinedVariablesInMessage, replaceVariablesInMessage } =
  createRequire(import.meta.url)("@chatwoot/utils");

const variables = getMessageVariables({
  conversation: { id: 7, meta: { assignee: { name: "bo berg" }, sender: { name: "ada" } } },
  contact: {},
});
const read = (message) => ({
  said: replaceVariablesInMessage({ message, variables }),
  unknown: getUndefinedVariablesInMessage({ message, variables }),
});

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
