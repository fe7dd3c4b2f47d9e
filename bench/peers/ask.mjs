// node ask.mjs ENGINE PLACE CSV AREAS ANSWERS SECONDS
// Loads the table that Lomwong brought in into plain tables of ENGINE (duckdb, sqlite, postgres), asks what Lomwong was asked, and compares each
// number. Tells as one line of JSON how long loading and each kind of question took; a number that differs ends it with an error.
import { execFileSync } from "node:child_process";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createInterface } from "node:readline";

const [engine, place, csv, areas, answers, seconds] = process.argv.slice(2);
const LEVELS = ["region", "province", "district", "subdistrict", "village"];
const SPANS = [1e9, 1e7, 1e5, 1e3, 1];

const VALUES = "CREATE TABLE plain_values (indicator INTEGER NOT NULL, year INTEGER NOT NULL, area BIGINT NOT NULL, value BIGINT NOT NULL";
const TREE = "CREATE TABLE plain_tree (village BIGINT PRIMARY KEY, subdistrict BIGINT, district BIGINT, province BIGINT, region BIGINT)";

// How plain tables are asked; the indexes are those that make these questions cheap.
const INDEXES = [
  ...LEVELS.slice(0, 4).map((level) => `CREATE INDEX plain_tree_${level} ON plain_tree (${level})`),
  "CREATE INDEX plain_values_area ON plain_values (area, year)",
];
const TILE = (level) =>
  `SELECT sum(v.value) AS value, count(*) AS n FROM plain_tree t JOIN plain_values v ON v.area = t.village
   WHERE t.${level} = $1 AND v.indicator = $2 AND v.year = $3`;
const NATION = "SELECT sum(value) AS value, count(*) AS n FROM plain_values WHERE indicator = $1 AND year = $2";
const PAGE = (level, inside) =>
  `SELECT v.indicator AS indicator, t.${inside} AS inside, sum(v.value) AS value, count(*) AS n
   FROM plain_tree t JOIN plain_values v ON v.area = t.village WHERE v.year = $1${level ? ` AND t.${level} = $2` : ""} GROUP BY v.indicator, t.${inside}`;

async function duckdb() {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(place)).connect();
  return {
    async load() {
      await connection.run(`${VALUES})`);
      await connection.run(TREE);
      await connection.run(
        `INSERT INTO plain_values SELECT CAST(substr(indicator, 6) AS INTEGER), period, area, value
         FROM read_csv('${csv}', columns = {indicator: 'VARCHAR', area: 'BIGINT', period: 'INTEGER', value: 'BIGINT'})`,
      );
      await connection.run(`INSERT INTO plain_tree SELECT village, subdistrict, district, province, region FROM read_csv('${areas}')`);
      await connection.run("CHECKPOINT");
    },
    all: async (sql, values) => (await connection.runAndReadAll(sql, values)).getRowObjects(),
    bytes: () => statSync(place).size,
  };
}

async function sqlite() {
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(place);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
  const prepared = new Map();
  const statement = (sql) => {
    const numbered = sql.replaceAll("$", "?");
    if (!prepared.has(numbered)) prepared.set(numbered, database.prepare(numbered));
    return prepared.get(numbered);
  };
  const insertAll = async (file, sql, read) => {
    const insert = database.prepare(sql);
    database.exec("BEGIN");
    let rows = 0;
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (rows++ === 0) continue;
      insert.run(...read(line.split(",")));
      if (rows % 10000 === 0) database.exec("COMMIT; BEGIN");
    }
    database.exec("COMMIT");
  };
  return {
    async load() {
      database.exec(`${VALUES}, PRIMARY KEY (indicator, year, area)) WITHOUT ROWID`);
      database.exec(TREE);
      await insertAll(csv, "INSERT INTO plain_values (indicator, area, year, value) VALUES (?, ?, ?, ?)", ([indicator, area, year, value]) => [
        Number(indicator.slice(5)), Number(area), Number(year), Number(value),
      ]);
      await insertAll(areas, "INSERT INTO plain_tree VALUES (?, ?, ?, ?, ?)", (cells) => cells.map(Number));
      for (const index of INDEXES) database.exec(index);
      database.exec("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
    },
    all: async (sql, values) => statement(sql).all(...values),
    bytes: () => statSync(place).size,
  };
}

async function postgres() {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: place });
  await client.connect();
  const names = new Map();
  const nameOf = (sql) => names.get(sql) ?? names.set(sql, `q${names.size}`).get(sql);
  const psql = (command) => execFileSync("psql", [place, "-qc", command]);
  return {
    async load() {
      await client.query("CREATE TABLE plain_table (indicator TEXT, area BIGINT, period INTEGER, value BIGINT)");
      await client.query(`${VALUES}, PRIMARY KEY (indicator, year, area))`);
      await client.query(TREE);
      psql(`\\copy plain_table FROM '${csv}' WITH (FORMAT csv, HEADER)`);
      psql(`\\copy plain_tree FROM '${areas}' WITH (FORMAT csv, HEADER)`);
      await client.query("INSERT INTO plain_values SELECT CAST(substr(indicator, 6) AS INTEGER), period, area, value FROM plain_table");
      await client.query("DROP TABLE plain_table");
      for (const index of INDEXES) await client.query(index);
      await client.query("ANALYZE");
    },
    all: async (sql, values) => (await client.query({ name: nameOf(sql), text: sql, values })).rows,
    bytes: async () => Number((await client.query("SELECT pg_total_relation_size('plain_values') AS bytes")).rows[0].bytes),
    close: () => client.end(),
  };
}

const fail = (text) => {
  console.error(`${engine}: ${text}`);
  process.exit(1);
};

// What Lomwong was asked and said: one line a number, of pages one an indicator.
function readQuestions() {
  const all = { tile: [], nation: [], page: [] };
  for (const line of readFileSync(answers, "utf8").trimEnd().split("\n")) {
    const [kind, , code, area, last, year, said] = line.split(",");
    const one = { indicator: Number(code.slice(5)), area: Number(area), span: Number(last) - Number(area), year: Number(year), said };
    const before = all.page.at(-1);
    if (kind === "page" && before?.area === one.area && before.year === one.year && one.indicator > 0) before.said.set(one.indicator, said);
    else all[kind].push(kind === "page" ? { ...one, said: new Map([[one.indicator, said]]) } : one);
  }
  return all;
}

// The place of an area's level in LEVELS; -1: the nation.
const depthOf = ({ area, span }) => (area === 0 ? -1 : SPANS.findIndex((each) => each - 1 === span));

async function askTile(database, question) {
  const depth = depthOf(question);
  const [row] =
    depth < 0
      ? await database.all(NATION, [question.indicator, question.year])
      : await database.all(TILE(LEVELS[depth]), [question.area, question.indicator, question.year]);
  return () => Number(row.value) === Number(question.said) || fail(`${JSON.stringify(question)} comes to ${row.value}`);
}

async function askPage(database, question) {
  const depth = depthOf(question);
  const rows = await database.all(PAGE(LEVELS[depth], LEVELS[depth + 1]), depth < 0 ? [question.year] : [question.year, question.area]);
  return () => {
    const ours = new Map();
    for (const row of rows) ours.set(`${Number(row.indicator)} ${Number(row.inside)}`, Number(row.value));
    let numbers = 0;
    for (const [indicator, said] of question.said)
      for (const one of said.split(" ").filter(Boolean)) {
        const [inside, value] = one.split("=");
        numbers += 1;
        if (ours.get(`${indicator} ${inside}`) !== Number(value)) fail(`page of ${question.area}, ${indicator} in ${inside}: ${one}`);
      }
    if (numbers !== ours.size) fail(`page of ${question.area}: ${numbers} numbers and ${ours.size}`);
  };
}

async function ask(database, questions, asking) {
  const taken = [];
  const end = performance.now() + Number(seconds) * 1000;
  for (const question of questions) {
    const start = performance.now();
    const compare = await asking(database, question);
    taken.push(performance.now() - start);
    compare();
    if (performance.now() > end && taken.length >= 3) break;
  }
  taken.sort((a, b) => a - b);
  const at = (part) => taken[Math.floor((taken.length - 1) * part)];
  return { p50: at(0.5), p99: at(0.99), most: taken.at(-1), asked: taken.length };
}

// One number changes, durably, and the nation's sum is asked for.
async function writeAndAsk(database, { indicator, year }) {
  const [{ area }] = await database.all("SELECT min(area) AS area FROM plain_values WHERE indicator = $1 AND year = $2", [indicator, year]);
  const questions = Array.from({ length: 50 }, (_, number) => ({ indicator, year, area: Number(area), number: 1000 + number }));
  let before = 0;
  return ask(database, questions, async (_, one) => {
    await database.all("UPDATE plain_values SET value = $1 WHERE indicator = $2 AND year = $3 AND area = $4", [one.number, indicator, year, one.area]);
    const [row] = await database.all(NATION, [indicator, year]);
    return () => {
      if (Number(row.value) === before) fail("what was written is not in the nation's sum");
      before = Number(row.value);
    };
  });
}

const database = await { duckdb, sqlite, postgres }[engine]();
const start = performance.now();
await database.load();
const told = { engine, load_s: (performance.now() - start) / 1000 };
const questions = readQuestions();
told.tile = await ask(database, questions.tile, askTile);
told.nation = await ask(database, questions.nation, askTile);
told.page = await ask(database, questions.page, askPage);
told.write = await writeAndAsk(database, questions.nation[0]);
told.mb = (await database.bytes()) / 1e6;
told.memory_mb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify(told));
await database.close?.();
