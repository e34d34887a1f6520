import { Show, Suspense } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { ceilingSentence } from '../../state/document/ceiling.ts';
import type { Notice } from '../../state/document/notices.ts';
import { Button } from '../Button.tsx';
import { lazyView } from '../lazyView.tsx';

const CeilingAdvice = lazyView(() => import('./CeilingAdvice.tsx'));
const KeepingNotices = lazyView(() => import('./KeepingNotices.tsx'));

/** What happened to the person's work and stays said until it is dismissed. */
export function NoticeBar() {
  const { workspace, keeping, t, lang } = useApp();
  const sentence = (notice: Notice): string => {
    if (notice.kind === 'said') return notice.text;
    if (notice.kind !== 'ceiling') return t().notices[notice.kind];
    return ceilingSentence({ t, lang }, notice);
  };
  const isDone = (notice: Notice) => notice.kind === 'said' && notice.isDone;
  const counted = (notice: Notice) => notice.kind === 'ceiling' && notice.each;
  return (
    <>
      <Show when={workspace.notices.shown()}>
        {(notice) => (
          <div class="notice" classList={{ done: isDone(notice()) }} role="alert">
            <span>
              {sentence(notice())}
              <Show when={counted(notice())}>
                {(each) => (
                  <Suspense>
                    {' '}
                    <CeilingAdvice each={each()} />
                  </Suspense>
                )}
              </Show>
            </span>
            <span class="notice-actions">
              <Show when={notice().kind === 'said' && (notice() as Extract<Notice, { kind: 'said' }>).undo}>
                <Button
                  class="button quiet"
                  text={t().header.undo}
                  onClick={() => {
                    workspace.undo();
                    workspace.notices.dismiss();
                  }}
                />
              </Show>
              <Button class="button quiet" text={t().notices.dismiss} onClick={() => workspace.notices.dismiss()} />
            </span>
          </div>
        )}
      </Show>
      <Show when={keeping.notices().length > 0}>
        <KeepingNotices />
      </Show>
    </>
  );
}
