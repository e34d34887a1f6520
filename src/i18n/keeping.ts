import type { Lang } from '../model/text.ts';
import { localeOf } from './format.ts';

const en = {
  untitled: 'Untitled',
  copyOf: (name: string) => `${name} (copy)`,
  notices: {
    full: 'There is no room left to keep your work. It is safe only as long as this page is open: download it, then free some space.',
    closed:
      'This browser keeps nothing for this page. Your work is safe only as long as the page is open: download it before you leave.',
    silent:
      'The browser’s storage does not answer. Your work is safe only as long as this page is open: download it before you leave.',
    fault:
      'Saving failed because of a fault in Foresheet. Your work is on this page: download it before you leave. Saving is tried again.',
    missing: 'The document that was open here last is no longer kept in this browser.',
    cleared:
      'All that this browser had kept for Foresheet was deleted while the page was open. What is open here is kept again; other documents and older versions are gone.',
    elsewhere:
      'This document is open in another page of this browser. Here it is read only, and follows what is changed there.',
    takenOver:
      'Another page has taken this document over. Here it is read only now, and follows what is changed there.',
    copied: (name: string) =>
      `The document was changed in another page meanwhile. Nothing was overwritten: your state is kept as “${name}”.`,
    setAside: (name: string) => `“${name}” could not be read. It was set aside as it is, and can be downloaded.`,
    newer: (name: string) =>
      `“${name}” was made with a newer version of Foresheet. It is kept as it is; reload to get that version.`,
    notLoaded: (name: string) =>
      `“${name}” could not be opened: its model could not be loaded. It is kept; try again when you are online.`,
    unfinished: (name: string) =>
      `“${name}” was not opened: the last times it did not get as far as its first values. It is kept as it is.`,
    update: 'A new version of Foresheet is ready. Your work is saved before the page is loaded again.',
    updated: 'A new version of Foresheet has taken over. Load this page again when it suits you.',
  },
  actions: {
    download: 'Download',
    takeOver: 'Take over',
    copy: 'Work on a copy',
    open: 'Open anyway',
    again: 'Try again',
    reload: 'Reload',
    dismiss: 'Dismiss',
  },
  opening: {
    title: 'Opening your document…',
    silent:
      'The browser’s storage has not answered yet. The page waits for it, so that no other numbers stand in place of yours.',
    failed: 'The browser’s storage could not be read. The page tries again; what you kept is not touched.',
    reload: 'Reload',
    leave: 'Go on without it',
  },
  documents: {
    title: 'Documents',
    about:
      'They are kept in this browser, on this computer only. Export or share a document to have it elsewhere. The last change of a document of more than 20,000 cells is safe once “Saved” is shown.',
    none: 'Nothing is kept yet. What you change is kept here by itself.',
    name: 'Name',
    model: 'Model',
    changed: 'Last changed',
    here: 'open here',
    open: (name: string) => `Open ${name}`,
    duplicate: 'Duplicate',
    rename: 'Rename',
    remove: 'Delete',
    versions: 'Versions',
    act: (action: string, name: string) => `${action}: ${name}`,
    newName: 'New name',
    save: 'Rename',
    cancel: 'Cancel',
    removed: (name: string) => `“${name}” was deleted.`,
    undo: 'Undo',
    trash: 'Deleted, kept for 30 days',
    removedOn: (date: string) => `deleted ${date}`,
    bringBack: 'Bring back',
    setAside: 'Could not be read',
    forget: 'Delete',
    forgetForGood: 'Delete for good',
    fresh: 'New document of',
    create: 'Create',
    ownModel: 'own model',
    failed: 'That did not work: nothing can be kept or read at the moment.',
  },
  versions: {
    title: 'Versions',
    about: (name: string) =>
      `Of “${name}”. One is taken at each pause in the work and before the first change of a visit; at least the last 50 stay.`,
    none: 'There is none yet. The first is taken after 30 seconds without a change.',
    list: 'Versions',
    differs: 'What was different then',
    same: 'The same as now.',
    goBack: 'Go back to this version',
    goBackHint: 'What is there now stays as a version of its own, and undo takes it back.',
    unreadable: 'This version can’t be read.',
    linesAdded: (labels: string) => `Lines that it has not: ${labels}`,
    linesGone: (labels: string) => `Lines that it has and that are gone now: ${labels}`,
    linesChanged: (labels: string) => `Lines defined otherwise: ${labels}`,
    linesMoved: 'Lines in another order',
    periods: (then: string, now: string) => `Years ${then}; now ${now}`,
    scenariosAdded: (names: string) => `Scenarios that it has not: ${names}`,
    scenariosGone: (names: string) => `Scenarios that it has and that are gone now: ${names}`,
    scenariosRenamed: (then: string, now: string) => `Scenario “${then}”, now “${now}”`,
    cell: (scenario: string, cell: string, then: string, now: string) => `${scenario}: ${cell}: ${then}; now ${now}`,
    cells: (scenario: string, line: string, count: number) => `${scenario}: ${line}: ${count} cells`,
    figures: 'Figures or sources of your own',
    notes: (scenario: string) => `${scenario}: note, colour or reasons`,
    inherited: 'not overridden',
    more: (count: number) => `and ${count} more`,
    separator: ', ',
  },
};

type Texts = typeof en;

const zh: Texts = {
  untitled: '未命名',
  copyOf: (name) => `${name}（副本）`,
  notices: {
    full: '存储空间已满，内容仅在本页打开期间保留。请先下载，再清理空间。',
    closed: '浏览器不允许本页保存内容，内容仅在本页打开期间保留，离开前请下载。',
    silent: '浏览器存储没有响应，内容仅在本页打开期间保留，离开前请下载。',
    fault: '因Foresheet内部故障，保存未成功。您的内容仍在本页，离开前请下载；系统会继续尝试保存。',
    missing: '上次在此打开的文档已不在本浏览器中。',
    cleared:
      '本页打开期间，浏览器为Foresheet保存的全部内容已被删除。当前打开的文档已重新保存，其他文档和历史版本已无法找回。',
    elsewhere: '该文档已在本浏览器的另一页面打开。此处只读，并随另一页面的修改更新。',
    takenOver: '另一页面已接管该文档。此处改为只读，并随另一页面的修改更新。',
    copied: (name) => `该文档其间已在另一页面修改。未覆盖任何内容，您的版本另存为“${name}”。`,
    setAside: (name) => `“${name}”无法读取，已原样另行保留，可下载。`,
    newer: (name) => `“${name}”由更新版本的Foresheet创建，已原样保留，重新加载即可获取新版本。`,
    notLoaded: (name) => `“${name}”的模型未能载入，暂时无法打开。文档仍保留，请联网后重试。`,
    unfinished: (name) => `“${name}”未打开：前几次打开时未能完成计算。文档已原样保留。`,
    update: 'Foresheet新版本已就绪，重新加载前会先保存您的内容。',
    updated: 'Foresheet新版本已启用，请在方便时重新加载本页。',
  },
  actions: {
    download: '下载',
    takeOver: '接管',
    copy: '另存副本',
    open: '仍然打开',
    again: '重试',
    reload: '重新加载',
    dismiss: '关闭',
  },
  opening: {
    title: '正在打开您的文档……',
    silent: '浏览器存储尚未响应。本页会继续等待，以免用其他数值代替您的内容。',
    failed: '暂时无法读取浏览器存储。本页会继续尝试；已保存的内容不受影响。',
    reload: '重新加载',
    leave: '先不打开，继续使用',
  },
  documents: {
    title: '文档',
    about:
      '文档仅保存在本机的当前浏览器中；如需在别处使用，请导出或分享。单元格超过2万个的文档，须待显示“已保存”，最近一次修改才算存妥。',
    none: '尚无保存的文档。您的修改会自动保存在此。',
    name: '名称',
    model: '模型',
    changed: '最近修改',
    here: '当前打开',
    open: (name) => `打开${name}`,
    duplicate: '复制',
    rename: '重命名',
    remove: '删除',
    versions: '历史版本',
    act: (action, name) => `${action}：${name}`,
    newName: '新名称',
    save: '确定',
    cancel: '取消',
    removed: (name) => `已删除“${name}”。`,
    undo: '撤销',
    trash: '已删除，保留30天',
    removedOn: (date) => `删除于${date}`,
    bringBack: '恢复',
    setAside: '无法读取',
    forget: '删除',
    forgetForGood: '彻底删除',
    fresh: '新建文档，所用模型',
    create: '新建',
    ownModel: '自建模型',
    failed: '操作未成功：目前无法保存或读取内容。',
  },
  versions: {
    title: '历史版本',
    about: (name) => `“${name}”的历史版本。每次停顿时及每次打开后首次修改前各存一版，至少保留最近50版。`,
    none: '尚无历史版本。停止修改30秒后保存第一版。',
    list: '历史版本',
    differs: '与当前的差异',
    same: '与当前内容相同。',
    goBack: '恢复到此版本',
    goBackHint: '当前内容将另存为一版，也可撤销。',
    unreadable: '该版本无法读取。',
    linesAdded: (labels) => `当时尚无的指标：${labels}`,
    linesGone: (labels) => `当时有而现已删除的指标：${labels}`,
    linesChanged: (labels) => `定义不同的指标：${labels}`,
    linesMoved: '指标顺序不同',
    periods: (then, now) => `当时年份${then}，现为${now}`,
    scenariosAdded: (names) => `当时尚无的情景：${names}`,
    scenariosGone: (names) => `当时有而现已删除的情景：${names}`,
    scenariosRenamed: (then, now) => `情景“${then}”，现名“${now}”`,
    cell: (scenario, cell, then, now) => `${scenario}：${cell}：当时${then}，现为${now}`,
    cells: (scenario, line, count) => `${scenario}：${line}：${count}个单元格`,
    figures: '自有数据或来源不同',
    notes: (scenario) => `${scenario}：说明、颜色或理由不同`,
    inherited: '未修改',
    more: (count) => `另有${count}项`,
    separator: '、',
  },
};

/** What is said of documents that are kept: loaded with what says it. */
export const KEEPING: Readonly<Record<Lang, Texts>> = { en, zh };

/** A moment, to the minute: when a document was changed, or a version taken. */
export const formatMoment = (at: number, lang: Lang): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
