typedef int further;
