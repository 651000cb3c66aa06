// What an application does, with node-postgres: registers, reads a history page by page, handles a violation, reads binary, copies in.
// make test-clients runs it on a register "ki" with test/fixture/registreer.sql; PGHOST and the like say where.
'use strict'

const assert = require('node:assert/strict')
const { randomUUID } = require('node:crypto')
const { finished } = require('node:stream/promises')
const { Client } = require('pg')
const { from, to } = require('pg-copy-streams')

const partij = 'b0000000-0000-4000-8000-000000000001'
const actor = 'a0000000-0000-4000-8000-000000000001'

function contact (anders) {
  return {
    onderwerp: 'Afvalinzameling rond kerst',
    inhoud: 'Vraag en antwoord',
    plaatsgevondenOp: '2023-03-01T10:00:00+01:00',
    hadBetrokkenActoren: [actor],
    hadBetrokkenen: [{ rol: 'klant', wasPartij: partij, initiator: true }],
    ...anders
  }
}

async function registreer (client, gegevens) {
  const { rows } = await client.query('SELECT klantinteracties.registreer_klantcontact($1) AS id', [gegevens])
  return rows[0].id
}

async function weigert (belofte, code, constraint) {
  await assert.rejects(belofte, fout => fout.code === code && fout.constraint === constraint && fout.schema === 'ki' && fout.message !== '')
}

async function main () {
  const client = new Client()
  await client.connect()

  // An object is sent as JSON, an uuid comes as text.
  const ids = []
  for (let minuut = 0; minuut < 25; minuut++) {
    const op = `2023-03-01T10:${String(minuut).padStart(2, '0')}:00+01:00`
    ids.push(await registreer(client, contact({ plaatsgevondenOp: op, vertrouwelijk: minuut === 24 })))
  }
  assert.match(ids[0], /^[0-9a-f-]{36}$/)

  // A history of 25, ten by ten: the last id of a page is where the next begins.
  const gelezen = []
  let na = null
  for (let pagina; (pagina = (await client.query({
    name: 'historie',
    text: 'SELECT * FROM klantinteracties.contacthistorie($1, aantal => 10, na => $2)',
    values: [partij, na]
  })).rows).length > 0; na = pagina.at(-1).klantcontact) {
    assert.ok(pagina.length <= 10)
    gelezen.push(...pagina)
  }
  assert.deepEqual(gelezen.map(rij => rij.klantcontact), ids.toReversed())
  assert.equal(gelezen[0].vertrouwelijk, 'ja')
  assert.equal(gelezen[1].vertrouwelijk, '')
  assert.equal(gelezen[0].initiatiefnemer, 'klant')
  assert.ok(gelezen[0].plaatsgevonden_op instanceof Date)

  // A violation says which rule, at once or at the end of the transaction; nothing of it is left.
  await weigert(registreer(client, contact({ plaatsgevondenOp: '2999-01-01T00:00:00Z' })), '23514', 'klantcontact_niet_gepland')
  await weigert(registreer(client, contact({ hadBetrokkenen: [] })), '23514', 'klantcontact_minstens_een_betrokkene')
  await client.query('BEGIN')
  await registreer(client, contact({ hadBetrokkenActoren: [] }))
  await weigert(client.query('COMMIT'), '23514', 'klantcontact_minstens_een_actor')
  await assert.rejects(registreer(client, contact({ onderwerpp: 'x' })), fout => fout.code === '22023' && fout.message.includes('$.onderwerpp'))

  // Binary: an uuid is its 16 bytes, ja_of_leeg its text. node-postgres sends a Buffer so, and reads it by COPY.
  const id = Buffer.from(ids[24].replaceAll('-', ''), 'hex')
  const gevonden = await client.query('SELECT nummer FROM ki.klantcontact WHERE id = $1 AND vertrouwelijk = $2', [id, Buffer.from('ja')])
  assert.equal(gevonden.rowCount, 1)
  await assert.rejects(client.query('SELECT $1::klantinteracties.ja_of_leeg', [Buffer.from('nee')]), fout => fout.code.startsWith('22'))
  const stukken = []
  const uit = client.query(to(`COPY (SELECT id, vertrouwelijk, indicatie_contact_gelukt FROM ki.klantcontact WHERE id = '${ids[24]}')
                               TO STDOUT (FORMAT binary)`))
  for await (const stuk of uit) stukken.push(stuk)
  const rij = Buffer.concat(stukken).subarray(19, -2).toString('hex')  // between its header and its end
  assert.equal(rij, '0003' + '00000010' + id.toString('hex') + '00000002' + Buffer.from('ja').toString('hex') + '00000000')

  // COPY: a transaction as any other.
  async function kopieer (tabel, regels) {
    const stroom = client.query(from(`COPY ki.${tabel} FROM STDIN`))
    stroom.end(regels.map(regel => regel.join('\t') + '\n').join(''))
    await finished(stroom)
  }
  const nieuw = Array.from({ length: 1000 }, () => randomUUID())
  async function kopieerContacten (betrokkenen) {
    await client.query('BEGIN')
    await kopieer('klantcontact (id, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk)',
      nieuw.map(id => [id, 'Gekopieerd', 'x', '2024-01-01 00:00+01', 'ja']))
    await kopieer('actor_klantcontact (klantcontact_id, actor_id)', nieuw.map(id => [id, actor]))
    await kopieer('betrokkene (had_klantcontact, was_partij, rol)', betrokkenen.map(id => [id, partij, 'klant']))
    await client.query('COMMIT')
  }
  await weigert(kopieerContacten(nieuw.slice(1)), '23514', 'klantcontact_minstens_een_betrokkene')
  await kopieerContacten(nieuw)

  const over = await client.query('SELECT count(*)::integer AS aantal FROM ki.klantcontact')
  assert.equal(over.rows[0].aantal, 1025)
  await client.end()
  console.log('node-postgres: registered, read, refused, binary and COPY as they should be')
}

main().catch(fout => {
  console.error(fout)
  process.exit(1)
})
