/** More texts than the portal has; one with a list in it (`in ($1, $2, …)`) is a text for each length. */
const mostNamed = 1000;

export interface Statement {
  sql: string;
  args: readonly unknown[];
}

/**
 * Names statements by their text, so that PostgreSQL parses and plans each once per connection instead of at every call.
 * An empty name, so sent unnamed as before: texts beyond the first thousand, and those without arguments, such as `commit`, where
 * there is nothing to gain.
 */
export function newStatementNames(): (statement: Statement) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0) return '';
    const known = names.get(sql);
    if (known !== undefined || names.size >= mostNamed) return known ?? '';
    const name = `kvitt_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
