// Counts what was tried, and says what failed and what could not be tried at all.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Stuck } from './drivers/stuck.mjs';

export class Report {
  passed = 0;
  failed = 0;
  /** What could not be run, with the reason. @type {string[]} */
  notRun = [];

  /**
   * @param {string} what
   * @param {() => Promise<unknown>} step
   * @returns {Promise<boolean>} whether it passed
   */
  async try(what, step) {
    const start = performance.now();
    try {
      await step();
      this.passed++;
      console.log(`  ok      ${what} (${seconds(start)})`);
      return true;
    } catch (error) {
      if (error instanceof Stuck) throw error;
      this.failed++;
      console.log(`  failed  ${what} (${seconds(start)})\n          ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }

  /** @param {Report} other */
  add(other) {
    this.passed += other.passed;
    this.failed += other.failed;
  }

  /** @param {string} what */
  leaveOut(what) {
    this.notRun.push(what);
    console.log(`  not run ${what}`);
  }

  /** @param {string} path */
  write(path) {
    mkdirSync(dirname(path), { recursive: true });
    const { passed, failed, notRun } = this;
    writeFileSync(path, JSON.stringify({ passed, failed, notRun }));
  }
}

/** @param {number} start */
const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
