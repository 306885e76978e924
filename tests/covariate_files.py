"""Made-up files of covariates in the publishers' layouts: three islands and what is known of them."""

from pathlib import Path

FILES = {
    "members.csv": """stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
USA,2,United States of America,1816,1,1,2016,12,31,2016
IDN,850,Indonesia,1949,12,27,2016,12,31,2016
AUL,900,Australia,1920,1,10,2016,12,31,2016
RVN,817,Republic of Vietnam,1954,6,4,1975,4,30,2016
SUR,115,Suriname,1975,11,25,2016,12,31,2016
""",
    "alliances.csv": """ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul
2,900,1952,1,0,0,0,1
900,2,1952,0,0,0,0,1
2,900,2018,1,0,0,0,1
900,2,2018,1,0,0,0,1
2,817,1815,0,0,0,0,0
""",
    "capabilities.csv": """"stateabb","ccode","year","milex","milper","irst","pec","tpop","upop","cinc","version"
"USA",2,1970,100,10,5,7,200.5,20,0.2,2011
"INS",850,1970,-9,4,0,3,110,-9,0.01,2011
"AUL",900,1970,x,4,0,3,12,3,0.005,2011
""",
    "votes.csv": """"","ccode","session","IdealPointAll","Countryname"
"1",2,25,1.5,"United States"
"2",850,25,-0.5,"Indonesia"
""",
    "borders.csv": """dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version
850900,850,INS,900,AUL,4,194912,196012,"strait",3.2
850900,850,INS,900,AUL,1,196006,201612,"made up",3.2
""",
    "distances.csv": "ccode1,ccode2,year,mindist\n900,850,1970,207.5\n",
    "rivals.csv": """tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary
1,Made up,2,850,1958,1962,1,,,
2,To the end,2,900,1500,2020,,1,,
3,Backwards,2,817,1970,1960,1,,,
""",
    "quarrels.csv": """dispnum,ccode1,ccode2,year,gmlmidongoing,gmlmidonset,hostlev1
7,850,900,1963,1,1,4
7,900,850,1963,1,1,2
8,850,900,1963,1,0,1
8,900,850,1963,1,0,3
9,2,850,1816,1,1,1
9,850,2,1816,1,1,1
9,2,850,2010,1,1,1
9,850,2,2010,1,1,1
""",
    "participants.csv": """dispnum3,stabb,ccode,styear,endyear,sidea,hostlev
1,INS,850,1963,1966,1,4
1,AUL,900,1964,1965,0,3
1,UKG,200,1963,1963,0,2
1,USA,2,1964,-9,0,2
""",
    "something_else.csv": "a,b\n1,2\n",
}


def write(folder: Path) -> Path:
    """Write them all; the folder."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
