/** Ends a process at a chosen change of its files, as SIGKILL would: nothing of it is in production code. */
package vigie.cli.kill;
