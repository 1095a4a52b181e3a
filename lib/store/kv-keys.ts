/**
 * Names in key-value storage, all under `psync.<db>.`:
 *
 *   id                     who this database is: client, generation, binding; outlives a loss of IndexedDB
 *   wa                     the last commit that was written ahead: its number and what belongs to it
 *   ob.<client>.<seq>      an operation that is not yet acknowledged
 *   ak.<client>.<seq>      an acknowledged one, for 7 days: a server restored from an old backup gets it again
 *   rj.<client>.<seq>      one that the server refused, until the rep drops it
 *   rec.<table>.<id>       the whole row of a record that is kept here only
 *   ix                     how far index entries follow the rules of this version
 */
export interface KvKeys {
  all: string
  id: string
  wa: string
  ob: string
  ak: string
  rj: string
  rec: string
  ix: string
  obOf: (client: string, seq: number) => string
  akOf: (client: string, seq: number) => string
  rjOf: (client: string, seq: number) => string
  recOf: (t: string, id: string) => string
}

export function kvKeys(db: string): KvKeys {
  const all = `psync.${db}.`
  return {
    all,
    id: `${all}id`,
    wa: `${all}wa`,
    ob: `${all}ob.`,
    ak: `${all}ak.`,
    rj: `${all}rj.`,
    rec: `${all}rec.`,
    ix: `${all}ix`,
    obOf: (client, seq) => `${all}ob.${client}.${seq}`,
    akOf: (client, seq) => `${all}ak.${client}.${seq}`,
    rjOf: (client, seq) => `${all}rj.${client}.${seq}`,
    recOf: (t, id) => `${all}rec.${t}.${id}`,
  }
}
