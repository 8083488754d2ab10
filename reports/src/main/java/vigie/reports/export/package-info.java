/** Writes what the index knows in formats that others read: tables, maps, open contracting, investigations. */
@org.jspecify.annotations.NullMarked
package vigie.reports.export;
