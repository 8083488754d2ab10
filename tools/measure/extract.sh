#!/bin/sh
# Compares the extraction with CoreNLP over everything where 5 % of the documents are relevant. About four minutes.
# 120 minutes of 8,000 characters are put together from everyday council sentences; one in 20 also holds a passage of
# quality/development.
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$folder" <<'PYTHON'
import pathlib
import random
import sys

random.seed(1)
who = ["Le conseil municipal", "M. le Maire", "L'adjointe aux finances", "La commission des travaux", "Le rapporteur", "Mme Vasseur", "L'assemblée"]
does = ["approuve", "examine", "rappelle", "présente", "adopte à l'unanimité", "prend acte de", "commente", "renvoie à une prochaine séance"]
what = ["le compte administratif 2023", "la convention avec l'école de musique", "le tableau des effectifs", "la subvention de 1 200 € au club de tennis",
        "le marché de voirie de la rue des Lilas", "l'échange de la parcelle AB 112", "le règlement de la cantine", "le rapport sur l'eau potable",
        "les tarifs de la bibliothèque", "la réfection de la toiture du gymnase", "le programme d'éclairage public", "l'avenant de la société Dubois et Fils"]
why = ["pour un montant de 45 000 € HT", "à compter du 1er janvier", "après avis de la commission", "sur proposition du bureau", "dans la limite des crédits ouverts",
       "par 22 voix pour et 5 abstentions", "à la demande des habitants de Val-Moreau", ""]
passages = sorted(pathlib.Path("quality/development/passages").glob("*.txt"))
for number in range(120):
    text = f"COMMUNE DE VALDORGE\nProcès-verbal de la séance du {number % 27 + 1} mars 2024\n\n"
    while len(text) < 8000:
        text += f"{random.choice(who)} {random.choice(does)} {random.choice(what)} {random.choice(why)}".strip() + ". "
        text += "\n" if random.random() < 0.2 else ""
    if number % 20 == 0:
        text += "\n\n" + passages[number // 20 * 7].read_text(encoding="utf-8")
    pathlib.Path(sys.argv[1], f"{number:03}.txt").write_text(text, encoding="utf-8")
PYTHON
./vigie bench extract "$folder" --seeds quality/seeds --lang en --quiet
