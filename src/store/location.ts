import { existsSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Folders that these services make, by the name of one folder on the way. */
const FOLDERS: readonly (readonly [service: string, name: RegExp])[] = [
  ['Dropbox', /^Dropbox(-.*| \(.*\))?$/i],
  ['OneDrive', /^OneDrive( ?-.*)?$/i],
  ['Google Drive', /^(Google ?Drive(-.*)?|My Drive|マイドライブ)$/i],
  ['iCloud Drive', /^(iCloud ?Drive(-.*)?|com~apple~CloudDocs|Mobile Documents)$/i],
  ['Box', /^Box(-.*| Sync)?$/],
  ['Nextcloud', /^Nextcloud\d*$/i],
  ['ownCloud', /^ownCloud\d*$/i],
  ['pCloud', /^pCloud ?Drive$/i],
  ['Proton Drive', /^Proton ?Drive(-.*)?$/i],
];

/** Files by which a service marks a folder, whatever it is called. */
const MARKS: readonly (readonly [service: string, mark: string])[] = [
  ['Syncthing', '.stfolder'],
  ['Dropbox', '.dropbox'],
  ['Nextcloud', '.nextcloudsync.log'],
  ['ownCloud', '.owncloudsync.log'],
  ['Resilio Sync', '.sync'],
];

/** Numbers by which Linux knows file systems on other machines (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, 9P. */
const NETWORK_TYPES = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997];

/** Returns the sync service that manages the folder of this file, or null. A live database in one gets damaged. */
export function syncServiceOf(file: string): string | null {
  for (const folder of foldersOf(file)) {
    const name = folder.split(/[\\/]/).at(-1) ?? '';
    const found =
      FOLDERS.find(([, pattern]) => pattern.test(name)) ?? MARKS.find(([, mark]) => existsSync(join(folder, mark)));
    if (found) return found[0];
  }
  return null;
}

/** Returns whether the folder lies on another machine, where locks may not hold. Where that is not known, it does not. */
export function isOnNetwork(folder: string): boolean {
  if (folder.startsWith('\\\\')) return true;
  try {
    return NETWORK_TYPES.includes(statfsSync(folder).type);
  } catch {
    return false;
  }
}

function foldersOf(file: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(resolve(file)); folder !== folders.at(-1); folder = dirname(folder)) folders.push(folder);
  return folders;
}
